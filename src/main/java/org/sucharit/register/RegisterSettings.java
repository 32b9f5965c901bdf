package org.sucharit.register;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param cadence between two checkpoints, whatever happened; they fall on whole multiples of it since 1970
 * @param block by how many leaves a checkpoint makes the tree grow, unless there were more entries; a power of two from
 *     16 to 65,536, large enough that there seldom are
 */
@ConfigurationProperties("sucharit.register")
public record RegisterSettings(
        @DefaultValue("1h") Duration cadence,
        @DefaultValue("64") int block) {

    public RegisterSettings {
        if (!cadence.isPositive()) {
            throw new IllegalArgumentException("sucharit.register.cadence must be longer than nothing");
        }
        if (Integer.bitCount(block) != 1 || block < Blocks.LEAVES || block > 1 << 16) {
            throw new IllegalArgumentException("sucharit.register.block must be a power of two from 16 to 65536");
        }
    }
}
