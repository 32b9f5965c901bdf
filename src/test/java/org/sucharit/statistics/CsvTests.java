package org.sucharit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import org.h2.tools.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read by another's parser, H2's. */
class CsvTests {

    @Test
    void beginsWithTheByteOrderMarkAndEndsEachLineAsTheStandardSays() {
        byte[] bytes = new org.sucharit.statistics.Csv().row("a", 1).row("b", 2).bytes();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8))
                .isEqualTo("a,1\r\nb,2\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ตุลาคม ๒๕๖๙",
                "with, comma",
                "with \"quotes\"",
                "two\r\nlines",
                "two\nlines",
                " spaces ",
                "a=b",
                "\""
            })
    void writesTextThatIsReadAsItWas(String text) throws Exception {
        assertThat(read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "=\"a\",b"})
    void defusesWhatASpreadsheetWouldRun(String text) throws Exception {
        assertThat(read(text)).isEqualTo("'" + text);
    }

    @Test
    void leavesNumbersAsTheyAre() throws Exception {
        assertThat(read(-1)).isEqualTo("-1");
    }

    private static String read(Object cell) throws Exception {
        byte[] bytes = new org.sucharit.statistics.Csv().row(cell, "end").bytes();
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        Csv parser = new Csv();
        parser.setPreserveWhitespace(true);
        try (ResultSet rows = parser.read(new StringReader(text), new String[] {"FIRST", "SECOND"})) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(2)).isEqualTo("end");
            String first = rows.getString(1);
            assertThat(rows.next()).isFalse();
            return first;
        }
    }
}
