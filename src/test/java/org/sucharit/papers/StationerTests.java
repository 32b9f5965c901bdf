package org.sucharit.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.sucharit.document.Digits;
import org.sucharit.document.typesetting.Typeface;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.testing.Town;

@SpringBootTest
@Import(Town.class)
abstract class StationerTests {

    private static final byte[] EMBLEM = """
            <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><circle cx="50" cy="50" r="40"/></svg>""".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Stationer stationer;

    @Autowired
    Town towns;

    private Town.Founded town;
    private PersonId admin;

    @BeforeEach
    void found() {
        town = towns.found();
        admin = town.staff.person("admin");
    }

    @Test
    void takesNameAndDigitsFromTheSettings() {
        town.run(() -> {
            assertThat(stationer.current().organisation()).isEqualTo("องค์การบริหารส่วนตำบลทดสอบ");
            assertThat(stationer.current().digits()).isEqualTo(Digits.THAI);
            assertThat(stationer.current().emblem()).isNull();
        });
    }

    @Test
    void usesTheEmblemUntilItIsRemovedAndReadsItOnce() {
        Town.Founded other = towns.found();
        town.run(() -> {
            stationer.useEmblem(EMBLEM, admin);
            assertThat(stationer.current().emblem())
                    .isNotNull()
                    .isSameAs(stationer.current().emblem());
            assertThat(stationer.emblem()).isPresent();
        });
        other.run(() -> assertThat(stationer.current().emblem()).isNull());
        town.run(() -> {
            stationer.removeEmblem(admin);
            assertThat(stationer.current().emblem()).isNull();
            assertThat(stationer.emblem()).isEmpty();
        });
    }

    @Test
    void setsPapersInTheOrganisationsOwnLettersUntilTheyAreRemoved() throws Exception {
        byte[] regular;
        try (var font = StationerTests.class.getResourceAsStream("/fonts/Sarabun-Regular.ttf")) {
            regular = font.readAllBytes();
        }
        town.run(() -> {
            stationer.useFont(regular, null, admin);
            assertThat(stationer.letters().own()).isTrue();
            assertThat(stationer.current().typeface())
                    .isNotSameAs(Typeface.SARABUN)
                    .isSameAs(stationer.current().typeface());
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> stationer.useFont(new byte[] {1, 2, 3}, null, admin));
            assertThat(stationer.letters().own()).isTrue();
            stationer.removeFont(admin);
            assertThat(stationer.current().typeface()).isSameAs(Typeface.SARABUN);
        });
    }

    @Test
    void keepsTheOldEmblemWhereTheNewOneIsNone() {
        town.run(() -> {
            stationer.useEmblem(EMBLEM, admin);
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> stationer.useEmblem(new byte[] {1, 2, 3}, admin));
            assertThat(stationer.current().emblem()).isNotNull();
        });
    }
}
