package org.sucharit.register;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class CheckpointsOnPostgresTests extends CheckpointsTests {}
