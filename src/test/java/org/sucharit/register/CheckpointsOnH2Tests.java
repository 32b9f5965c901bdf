package org.sucharit.register;

import org.springframework.beans.factory.annotation.Value;
import org.sucharit.testing.OnH2;

@OnH2
class CheckpointsOnH2Tests extends CheckpointsTests {

    @Value("${spring.datasource.url}")
    String url;

    @Override
    String url() {
        return url;
    }
}
