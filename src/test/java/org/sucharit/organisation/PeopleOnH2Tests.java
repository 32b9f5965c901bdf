package org.sucharit.organisation;

import org.sucharit.testing.OnH2;

@OnH2
class PeopleOnH2Tests extends PeopleTests {}
