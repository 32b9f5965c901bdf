package org.sucharit.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.Particular;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Letterhead;
import org.sucharit.organisation.OrganisationKind;
import tools.jackson.databind.json.JsonMapper;

/** What the demonstration is made of; the texts stand in {@code demo/*.json}. All of it is made up. */
record DemoData(List<Place> places, List<Story> stories, Map<String, String> words) {

    /** @param retentionYears where it is not the usual number, so that there is something past its time to see */
    record Place(
            String shortName,
            OrganisationKind kind,
            String nameTh,
            String nameEn,
            Letterhead letterhead,
            @Nullable Integer retentionYears,
            List<List<String>> localHolidays,
            List<Staffing.Member> members) {}

    /**
     * @param daysAgo when it was received
     * @param end how far it has come
     * @param accused user names of the organisation's people
     */
    record Story(
            int daysAgo,
            ChannelKind channel,
            Kind kind,
            End end,
            String subject,
            String details,
            List<String> accused,
            Reporter.Mode mode,
            @Nullable String name,
            @Nullable String place,
            Map<Particular, String> particulars) {}

    /** How far a case has come. */
    enum End {
        RECEIVED,
        AWAITING_INFORMATION,
        CONFIRMING_SCREENING,
        ASSIGNING,
        ACCEPTING,
        INVESTIGATING,
        EXTENDED,
        ENDORSING,
        WITH_MAYOR,
        DISCIPLINARY_INQUIRY,
        NO_FURTHER_ACTION,
        NO_ACTION,
        HANDLING,
        GRIEVANCE_DONE,
        AWAITING_REPLY
    }

    static DemoData load(JsonMapper json) {
        return new DemoData(
                List.of(read(json, "organisations", Place[].class)),
                List.of(read(json, "stories", Story[].class)),
                json.readerForMapOf(String.class).readValue(text("words")));
    }

    String word(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        return word;
    }

    /** The day before {@code today} that the story begins, some days apart from one place to the next. */
    LocalDate begins(Story story, int place, LocalDate today) {
        return today.minusDays(story.daysAgo() + (story.daysAgo() > 3 ? place : 0));
    }

    private static <T> T read(JsonMapper json, String name, Class<T> type) {
        return json.readValue(text(name), type);
    }

    private static String text(String name) {
        try (InputStream in = new ClassPathResource("demo/" + name + ".json").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
