package org.sucharit.intake;

import org.sucharit.testing.OnH2;

@OnH2
class IntakeConcurrencyOnH2Tests extends IntakeConcurrencyTests {}
