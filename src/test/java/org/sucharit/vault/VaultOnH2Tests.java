package org.sucharit.vault;

import org.sucharit.testing.OnH2;

@OnH2
class VaultOnH2Tests extends VaultTests {}
