package org.sucharit.register;

import org.sucharit.testing.OnH2;

@OnH2
class RegisterOnH2Tests extends RegisterTests {}
