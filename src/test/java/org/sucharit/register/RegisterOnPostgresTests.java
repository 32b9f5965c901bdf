package org.sucharit.register;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class RegisterOnPostgresTests extends RegisterTests {}
