package org.sucharit.processes;

import org.sucharit.testing.OnH2;

@OnH2
class AtomicIntakeOnH2Tests extends AtomicIntakeTests {}
