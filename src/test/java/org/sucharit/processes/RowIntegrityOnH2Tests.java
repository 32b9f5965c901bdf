package org.sucharit.processes;

import org.sucharit.testing.OnH2;

@OnH2
class RowIntegrityOnH2Tests extends RowIntegrityTests {

    @Override
    void withoutForeignKeys(Runnable work) {
        jdbc.execute("set referential_integrity false");
        try {
            work.run();
        } finally {
            jdbc.execute("set referential_integrity true");
        }
    }

    @Override
    void loosen() {}

    @Override
    String bytes() {
        return "X'78'";
    }
}
