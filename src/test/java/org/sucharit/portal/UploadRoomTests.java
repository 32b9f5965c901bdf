package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadRoomTests {

    private static final long MB = 1024 * 1024;

    private final UploadRoom room = new UploadRoom(100 * MB, 260 * MB, Duration.ZERO);

    @Test
    void letsInNoMoreThanTheHeapHolds() throws Exception {
        int first = room.take(30 * MB);
        assertThat(first).isPositive();
        assertThat(room.take(30 * MB)).isZero();
        int small = room.take(MB);
        assertThat(small).isPositive();
        room.giveBack(first);
        room.giveBack(small);
        assertThat(room.take(40 * MB)).isPositive();
    }

    @Test
    void letsOneAloneInThatWouldTakeItAll() throws Exception {
        int all = room.take(260 * MB);
        assertThat(all).isPositive();
        assertThat(room.take(1)).isZero();
        room.giveBack(all);
        assertThat(room.take(1)).isPositive();
    }

    @Test
    void takesALengthThatIsNotSaidForTheLargest() throws Exception {
        assertThat(room.take(-1)).isPositive();
        assertThat(room.take(1)).isZero();
    }
}
