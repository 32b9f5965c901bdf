package org.sucharit.mail;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class OutboxOnPostgresTests extends OutboxTests {}
