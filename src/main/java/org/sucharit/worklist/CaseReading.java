package org.sucharit.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.wording.CaseText;

/** The leaves of a case as its page has them, from the first to the last, for a copy of it; in the language spoken. */
@Component
public class CaseReading {

    /** @param folio the leaf, to which files may be attached */
    public record Passage(UUID folio, Instant at, String who, String title, List<Said> lines) {}

    public record Said(String label, String text) {}

    private final CaseLeaves leaves;
    private final CaseText text;

    CaseReading(CaseLeaves leaves, CaseText text) {
        this.leaves = leaves;
        this.text = text;
    }

    /** All but who reported and who is kept from the case. */
    public List<Passage> of(OpenCase open) {
        List<Passage> passages = new ArrayList<>();
        for (Filed<? extends Content> filed : open.folios()) {
            switch (filed.content()) {
                case Content.Accused accused ->
                    passages.add(new Passage(
                            filed.id(),
                            filed.at(),
                            "",
                            text.of("case.accused"),
                            List.of(new Said(text.of("case.accused"), leaves.accused(accused)))));
                case Content.KeptOut _, Content.Identity _, Content.Origin _, Content.Mail _ -> {}
                default -> passages.add(passage(leaves.leaf(filed, Map.of()), filed.id()));
            }
        }
        return passages;
    }

    private static Passage passage(CasePage.Leaf leaf, UUID folio) {
        return new Passage(
                folio,
                leaf.at(),
                leaf.who(),
                leaf.title(),
                leaf.lines().stream()
                        .map(line -> new Said(line.label(), line.text()))
                        .toList());
    }

    /** Who reported, as far as they said. */
    public List<Said> reporter(List<Content> telling) {
        List<Said> said = new ArrayList<>();
        for (Content content : telling) {
            switch (content) {
                case Content.Identity identity -> {
                    say(said, "identity.name", identity.identity().name());
                    say(said, "identity.address", identity.identity().address());
                    say(said, "identity.phone", identity.identity().phone());
                    say(said, "identity.email", identity.identity().email());
                }
                case Content.Origin origin ->
                    origin.particulars().forEach((particular, value) -> say(said, "particular." + particular, value));
                case Content.Mail mail -> say(said, "identity.mail", mail.from());
                default -> throw new IllegalArgumentException("Tells nothing of a reporter: " + content.getClass());
            }
        }
        return said;
    }

    private void say(List<Said> said, String label, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            said.add(new Said(text.of(label), words));
        }
    }
}
