package org.sucharit.vault;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class RecoveryOnPostgresTests extends RecoveryTests {}
