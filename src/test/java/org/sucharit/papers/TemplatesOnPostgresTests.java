package org.sucharit.papers;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class TemplatesOnPostgresTests extends TemplatesTests {}
