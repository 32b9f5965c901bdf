package org.sucharit.mail;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever winmail.dat is made of, it is unpacked or left as it is. As {@link MailFuzzTests}. */
class WinmailFuzzTests {

    @FuzzTest(maxDuration = "1m")
    void unpacksAnything(byte[] winmail) {
        WinmailDat.unpack(winmail);
    }
}
