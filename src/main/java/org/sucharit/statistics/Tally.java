package org.sucharit.statistics;

/**
 * A number of cases.
 *
 * @param received all of them
 * @param finished those of them that are closed
 */
public record Tally(long received, long finished) {

    static final Tally ZERO = new Tally(0, 0);

    public long inProgress() {
        return received - finished;
    }

    Tally plus(Tally other) {
        return new Tally(received + other.received, finished + other.finished);
    }
}
