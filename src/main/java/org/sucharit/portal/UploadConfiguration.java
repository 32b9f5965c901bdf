package org.sucharit.portal;

import jakarta.servlet.MultipartConfigElement;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration
class UploadConfiguration {

    /** From so much heap on, no part of an upload is written to a disk before it is sealed. */
    static final DataSize ROOMY = DataSize.ofGigabytes(1);

    /**
     * Lets a file in that is over the limit for one, as long as the whole request is within its own: the form then says
     * so beside the field, with everything typed still there. Who takes an upload checks its size.
     *
     * <p>What is sent stays in memory until it is sealed, where the heap has the room; {@link UploadGate} sees to it that
     * no more comes in at once than fits. On a small heap larger parts pass through the disk, as the settings say.
     */
    @Bean
    MultipartConfigElement multipart(MultipartProperties properties) {
        long request = properties.getMaxRequestSize().toBytes();
        long threshold = Runtime.getRuntime().maxMemory() >= ROOMY.toBytes()
                ? request
                : properties.getFileSizeThreshold().toBytes();
        return new MultipartConfigElement(properties.getLocation(), request, request, Math.toIntExact(threshold));
    }

    @Bean
    UploadRoom uploadRoom(
            MultipartProperties properties, @Value("${sucharit.upload-patience}") Duration patience) {
        return new UploadRoom(
                Runtime.getRuntime().maxMemory() / 2, properties.getMaxRequestSize().toBytes(), patience);
    }
}
