package org.sucharit.document;

import java.time.LocalDate;
import java.util.List;

/** Whole papers of made-up people, to look at a template with. */
final class SamplePapers {

    private static final Signer OFFICER = new Signer("นายปิ่นเพชร ก้องฟ้า", "นิติกรปฏิบัติการ");
    private static final Signer ACTING = new Signer(
            "นายฟ้าลั่น ปั้นดี",
            "รองปลัดองค์การบริหารส่วนตำบลเขาหินงาม",
            new Signer.Acting("ปลัดองค์การบริหารส่วนตำบลเขาหินงาม", "214/2569"));
    private static final String MAYOR = "นายกองค์การบริหารส่วนตำบลเขาหินงาม";

    private SamplePapers() {}

    static Paper of(DocumentKind kind, Stationery stationery, LocalDate day) {
        Heading heading = Heading.of(
                        stationery,
                        "งานการเจ้าหน้าที่ สำนักปลัด",
                        "",
                        day,
                        isOpen(kind) ? Marking.OPEN : Marking.confidential(1, 1))
                .asDraft();
        return new Paper(kind, heading, Samples.of(kind), signer(kind), opinions(kind, day));
    }

    private static boolean isOpen(DocumentKind kind) {
        return kind == DocumentKind.PERIOD_MEMO || kind == DocumentKind.RECEIPT_SLIP;
    }

    private static Signer signer(DocumentKind kind) {
        return kind.form() == Form.LETTER || kind.form() == Form.ORDER ? ACTING : OFFICER;
    }

    private static List<Opinion> opinions(DocumentKind kind, LocalDate day) {
        return switch (kind) {
            case FINDINGS_MEMO, PERIOD_MEMO ->
                List.of(
                        Opinion.of(
                                "หัวหน้าสำนักปลัด",
                                "เห็นชอบ",
                                "ตามที่ผู้รายงานเสนอ",
                                new Signer("นางกุลธิดา ที่รักยิ่ง", "หัวหน้าสำนักปลัด"),
                                day),
                        Opinion.awaited("ปลัดองค์การบริหารส่วนตำบลเขาหินงาม"),
                        Opinion.awaitedDirective(MAYOR));
            case EXTENSION_MEMO -> List.of(Opinion.awaitedDirective(MAYOR));
            case FORWARDING_MEMO,
                    RECEIPT_SLIP,
                    ACKNOWLEDGEMENT_LETTER,
                    APPOINTMENT_ORDER,
                    REMINDER_MEMO,
                    OVERDUE_MEMO,
                    REFERRAL_LETTER,
                    OUTCOME_LETTER,
                    COVER_LIST,
                    RECOVERY_SHEET -> List.of();
        };
    }
}
