package org.sucharit.statistics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Kind;
import org.sucharit.organisation.ChannelKind;

/**
 * The cases of one fiscal year that one officer can open, by kind, channel and state; what none of them is, is not
 * there. A case that the officer is kept from, or may only come to hold, is in none of these numbers.
 */
public record Breakdown(Map<Kind, Tally> byKind, Map<ChannelKind, Tally> byChannel, Map<CaseState, Long> byState) {

    public Tally totals() {
        return byKind.values().stream().reduce(Tally.ZERO, Tally::plus);
    }

    static final class Sum {

        private final Map<Kind, Tally> byKind = new EnumMap<>(Kind.class);
        private final Map<ChannelKind, Tally> byChannel = new EnumMap<>(ChannelKind.class);
        private final Map<CaseState, Long> byState = new EnumMap<>(CaseState.class);

        void add(Kind kind, ChannelKind channel, CaseState state, Tally tally) {
            byKind.merge(kind, tally, Tally::plus);
            byChannel.merge(channel, tally, Tally::plus);
            byState.merge(state, tally.received(), Long::sum);
        }

        Breakdown done() {
            return new Breakdown(
                    Collections.unmodifiableMap(byKind),
                    Collections.unmodifiableMap(byChannel),
                    Collections.unmodifiableMap(byState));
        }
    }
}
