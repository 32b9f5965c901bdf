package org.sucharit.papers;

import org.sucharit.testing.OnH2;

@OnH2
class TemplatesOnH2Tests extends TemplatesTests {}
