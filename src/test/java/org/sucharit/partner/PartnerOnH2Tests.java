package org.sucharit.partner;

import org.sucharit.testing.OnH2;

@OnH2
class PartnerOnH2Tests extends PartnerTests {}
