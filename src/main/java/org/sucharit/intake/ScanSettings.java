package org.sucharit.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.sucharit.organisation.ChannelKind;

/**
 * @param interval pause between two looks at the folders
 * @param settled how long a file must have lain unchanged before it is taken, because scanners write slowly
 */
@ConfigurationProperties("sucharit.scans")
record ScanSettings(
        @DefaultValue("10s") Duration interval,
        @DefaultValue("10s") Duration settled,
        @DefaultValue List<Folder> folders) {

    /**
     * @param organisation its short name
     * @param path a folder that the scanner writes to, on one file system; what is taken is deleted from it
     * @param channel how what is scanned there arrives
     */
    record Folder(
            String organisation,
            Path path,
            @DefaultValue("POST") ChannelKind channel) {}
}
