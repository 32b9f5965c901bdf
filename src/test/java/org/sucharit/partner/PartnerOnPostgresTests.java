package org.sucharit.partner;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class PartnerOnPostgresTests extends PartnerTests {}
