package org.sucharit.organisation;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class PeopleOnPostgresTests extends PeopleTests {}
