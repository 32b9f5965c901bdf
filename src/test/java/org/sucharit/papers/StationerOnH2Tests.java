package org.sucharit.papers;

import org.sucharit.testing.OnH2;

@OnH2
class StationerOnH2Tests extends StationerTests {}
