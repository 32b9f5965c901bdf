package org.sucharit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadRoomTests {

    private final UploadRoom room = new UploadRoom(3L * UploadRoom.UNIT, Duration.ZERO);

    @Test
    void letsInNoMoreThanThereIsRoomFor() throws Exception {
        assertThat(room.take()).isTrue();
        assertThat(room.take()).isTrue();
        assertThat(room.take()).isTrue();
        assertThat(room.take()).isFalse();
        room.giveBack(2);
        assertThat(room.take()).isTrue();
    }
}
