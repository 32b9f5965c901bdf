package org.sucharit.social;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class SocialOnPostgresTests extends SocialTests {}
