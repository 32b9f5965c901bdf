package org.sucharit.register;

import org.springframework.beans.factory.annotation.Value;
import org.sucharit.testing.OnPostgres;

@OnPostgres
class RegisterCommandOnPostgresTests extends RegisterCommandTests {

    @Value("${spring.datasource.url}")
    String url;

    @Override
    String url() {
        return url;
    }
}
