package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of odd mails: each comes through, whole, in time, and as well read as it can be. */
class OddMailsTests {

    static List<Odd> corpus() {
        return Stream.of(OddTexts.mails(), OddHeaders.mails(), OddStructures.mails(), OddFiles.mails())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void isReadAsWellAsItCanBe(Odd odd) {
        Mailbox mailbox = Mailboxes.with("name", "box");
        IncomingMail mail = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> new MimeReader(odd.raw(), false).read(mailbox, 1, 2, Instant.EPOCH));

        assertThat(Mailboxes.whole(mail)).isEqualTo(odd.raw());
        assertThat(mail.toString()).isEqualTo("IncomingMail[box 1/2]");
        assertThat(mail.subject()).doesNotContainPattern("\\p{Cc}");
        assertThat(mail.text()).doesNotContainPattern("[\\p{Cc}&&[^\\t\\n]]");
        assertThat(mail.attachments()).allSatisfy(file -> {
            assertThat(file.name()).isNotBlank().doesNotContainPattern("[/\\\\\\p{C}]");
            assertThat(file.contentType()).matches("[a-z0-9.+-]+/[a-z0-9.+-]+");
        });
        odd.expect().accept(mail);
    }

    @Test
    void areManyKinds() {
        assertThat(corpus().stream().map(Odd::name).distinct()).hasSizeGreaterThanOrEqualTo(120);
    }
}
