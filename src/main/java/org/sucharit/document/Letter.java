package org.sucharit.document;

import java.util.List;

/**
 * Any letter to the outside (หนังสือภายนอก).
 *
 * @param references earlier papers that it answers (อ้างถึง); none prints "ไม่มี"
 * @param enclosures what comes with it (สิ่งที่ส่งมาด้วย); none prints "ไม่มี"
 */
public record Letter(
        Heading heading,
        String subject,
        String addressee,
        List<String> references,
        List<String> enclosures,
        List<String> paragraphs,
        Signer signer)
        implements OfficialDocument {

    public Letter {
        references = List.copyOf(references);
        enclosures = List.copyOf(enclosures);
        paragraphs = Section.paragraphs(paragraphs);
    }
}
