package org.sucharit.intake;

import org.sucharit.testing.OnH2;

@OnH2
class OfficeMessagesOnH2Tests extends OfficeMessagesTests {}
