package org.sucharit.social;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sucharit.kernel.PublicAddresses;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocialSettings.class)
class SocialConfiguration {

    /** The platforms stand in the open internet, and nowhere else. */
    @Bean
    PublicAddresses platformAddresses() {
        return new PublicAddresses(false);
    }
}
