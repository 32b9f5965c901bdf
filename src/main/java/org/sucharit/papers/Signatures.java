package org.sucharit.papers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sucharit.document.Signer;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;

/** In which name and post a person signs on a given day. */
@Component
public class Signatures {

    private final People people;
    private final PaperText text;
    private final Time time;

    Signatures(People people, PaperText text, Time time) {
        this.people = people;
        this.text = text;
        this.time = time;
    }

    /** As the person signs today in their own first post; the bare name where they have none. */
    public Signer of(PersonId person) {
        return people.postsOf(person, time.today()).stream()
                .filter(holder -> holder.post().kind() != PostKind.ADMINISTRATOR)
                .min(Comparator.comparing(Holder::acting))
                .map(holder ->
                        new Signer(holder.person().nameTh(), holder.post().titleTh()))
                .orElseGet(() -> new Signer(people.get(person).nameTh(), ""));
    }

    /** As the person signs today in a post of this kind, as acting officer where they act in it. */
    public Signer in(PersonId person, PostKind post) {
        LocalDate today = time.today();
        List<Holder> posts = people.postsOf(person, today);
        return posts.stream()
                .filter(holder -> holder.post().kind() == post && holder.serving())
                .min(Comparator.comparing(Holder::acting))
                .map(holder -> holder.acting() ? acting(holder, posts) : own(holder))
                .orElseGet(() -> of(person));
    }

    /** Whether somebody serves in such a post today who is not among these. */
    boolean servesBesides(Set<PersonId> keptOut, PostKind post) {
        return people.serving(post, time.today()).stream()
                .anyMatch(holder -> !keptOut.contains(holder.person().id()));
    }

    /** What the organisation calls the post, as it stands over a block that waits for its holder; else its short name. */
    public String title(PostKind post) {
        return people.holders(post, time.today()).stream()
                .min(Comparator.comparing(Holder::acting))
                .map(holder -> holder.post().titleTh())
                .orElseGet(() -> text.of("post." + post));
    }

    private static Signer own(Holder holder) {
        return new Signer(holder.person().nameTh(), holder.post().titleTh());
    }

    private static Signer acting(Holder acting, List<Holder> posts) {
        String ownPost = posts.stream()
                .filter(holder -> !holder.acting())
                .findFirst()
                .map(holder -> holder.post().titleTh())
                .orElse("");
        return new Signer(
                acting.person().nameTh(),
                ownPost,
                new Signer.Acting(acting.post().titleTh(), acting.orderNumber()));
    }
}
