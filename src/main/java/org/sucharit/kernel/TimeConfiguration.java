package org.sucharit.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
class TimeConfiguration {

    @Bean
    WoundClock clock() {
        return new WoundClock();
    }
}
