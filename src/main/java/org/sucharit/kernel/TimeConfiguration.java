package org.sucharit.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TimeConfiguration {

    @Bean
    WoundClock clock() {
        return new WoundClock();
    }
}
