package org.sucharit.processes;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class AtomicIntakeOnPostgresTests extends AtomicIntakeTests {}
