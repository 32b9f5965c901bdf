package org.sucharit.mail;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class InboxOnPostgresTests extends InboxTests {}
