package org.sucharit.statistics;

import org.sucharit.testing.OnH2;

@OnH2
class StatisticsOnH2Tests extends StatisticsTests {}
