package org.sucharit.register;

import org.sucharit.testing.OnH2;

@OnH2
class CheckpointsOnH2Tests extends CheckpointsTests {}
