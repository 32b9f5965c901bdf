package org.sucharit.retention;

import java.time.LocalDate;

/** Why a case cannot be destroyed today. */
sealed interface Obstacle {

    record NotClosed() implements Obstacle {}

    /** Its time is not over before this day. */
    record Kept(LocalDate until) implements Obstacle {}

    /** The reporter may still contest the outcome, or a task waits. */
    record StillRunning() implements Obstacle {}

    record Held() implements Obstacle {}

    /** The reporter wrote something that nobody has opened. */
    record Unread() implements Obstacle {}

    /** @param people how many have not read what they were told of the case */
    record UnreadNotices(int people) implements Obstacle {}

    /** Two are needed, and there are not two without a conflict in the posts that may. */
    record NotTwo() implements Obstacle {}
}
