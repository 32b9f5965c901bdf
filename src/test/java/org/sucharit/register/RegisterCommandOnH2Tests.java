package org.sucharit.register;

import org.springframework.beans.factory.annotation.Value;
import org.sucharit.testing.OnH2;

@OnH2
class RegisterCommandOnH2Tests extends RegisterCommandTests {

    @Value("${spring.datasource.url}")
    String url;

    @Override
    String url() {
        return url;
    }
}
