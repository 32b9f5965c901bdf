package org.sucharit.social;

import org.sucharit.testing.OnH2;

@OnH2
class SocialOnH2Tests extends SocialTests {}
