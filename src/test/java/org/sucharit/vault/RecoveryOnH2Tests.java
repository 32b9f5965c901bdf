package org.sucharit.vault;

import org.sucharit.testing.OnH2;

@OnH2
class RecoveryOnH2Tests extends RecoveryTests {}
