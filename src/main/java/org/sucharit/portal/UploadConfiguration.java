package org.sucharit.portal;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class UploadConfiguration {

    /**
     * Lets a file in that is over the limit for one, as long as the whole request is within its own: the form then says
     * so beside the field, with everything typed still there. Who takes an upload checks its size.
     */
    @Bean
    MultipartConfigElement multipart(MultipartProperties properties) {
        long request = properties.getMaxRequestSize().toBytes();
        return new MultipartConfigElement(
                properties.getLocation(),
                request,
                request,
                Math.toIntExact(properties.getFileSizeThreshold().toBytes()));
    }
}
