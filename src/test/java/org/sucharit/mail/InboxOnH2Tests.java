package org.sucharit.mail;

import org.sucharit.testing.OnH2;

@OnH2
class InboxOnH2Tests extends InboxTests {}
