package org.sucharit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sucharit.kernel.PersonId;

/** What was sealed years ago must stay readable. */
class ContentTests {

    private static final PersonId PERSON = new PersonId(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"));

    @Test
    void readsAnAssignmentFromBeforeThereWereCommittees() {
        String stored =
                "{\"investigator\":" + StoredJson.MAPPER.writeValueAsString(PERSON) + ",\"instruction\":\"soon\"}";
        assertThat(StoredJson.MAPPER.readValue(stored, Content.Assignment.class))
                .isEqualTo(new Content.Assignment(PERSON, "soon"));
    }

    @Test
    void readsTheLabelOfAPaperFromBeforeItsPagesWereCounted() {
        SealedFiles.Label label = StoredJson.MAPPER.readValue(
                "{\"name\":\"a.pdf\",\"contentType\":\"application/pdf\",\"size\":7}", SealedFiles.Label.class);
        assertThat(label.size()).isEqualTo(7);
        assertThat(label.pages()).isNull();
    }
}
