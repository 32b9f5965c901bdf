package org.sucharit.intake;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class OfficeMessagesOnPostgresTests extends OfficeMessagesTests {}
