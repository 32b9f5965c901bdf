package org.sucharit.processes;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class DestructionOnPostgresTests extends DestructionTests {}
