package org.sucharit.statistics;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class StatisticsOnPostgresTests extends StatisticsTests {}
