package org.sucharit.processes;

import org.sucharit.testing.OnH2;

@OnH2
class DestructionOnH2Tests extends DestructionTests {}
