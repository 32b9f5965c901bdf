package org.sucharit.document;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sucharit.document.typesetting.Typeface;

/** Papers of a made-up organisation. */
final class Papers {

    static final LocalDate DAY = LocalDate.of(2026, 11, 11);
    static final LocalDate RECEIVED = LocalDate.of(2026, 10, 6);
    static final LocalDate DUE = LocalDate.of(2026, 12, 5);

    static final Stationery STATIONERY = stationery(Digits.THAI, null);

    static final Signer CLERK = new Signer("นางสาวญาณี ฐูปะเตมีย์", "เจ้าพนักงานธุรการชำนาญงาน");
    static final Signer INVESTIGATOR = new Signer("นายปิ่นเพชร ก้องฟ้า", "นิติกรปฏิบัติการ");
    static final Signer HEAD_OF_OFFICE = new Signer("นางกุลธิดา ที่รักยิ่ง", "หัวหน้าสำนักปลัด");
    static final Signer ACTING_CHIEF = new Signer(
            "นายฟ้าลั่น ปั้นดี",
            "รองปลัดองค์การบริหารส่วนตำบลเขาหินงาม",
            new Signer.Acting("ปลัดองค์การบริหารส่วนตำบลเขาหินงาม", "214/2569"));

    static final List<String> FACTS = List.of(
            "ผู้ร้องเรียนแจ้งว่า ในเดือนสิงหาคม พ.ศ. 2569 มีการเบิกค่าน้ำมันเชื้อเพลิงของรถบรรทุกน้ำ หมายเลขทะเบียน"
                    + " กข-1234 จำนวน 9 ครั้ง เป็นเงิน 28,450.75 บาท ทั้งที่รถคันดังกล่าวจอดซ่อมอยู่ที่อู่ตั้งแต่วันที่ 3"
                    + " ถึงวันที่ 27 ของเดือนเดียวกัน และมีผู้พบเห็นว่านำบัตรเติมน้ำมันไปใช้กับรถยนต์ส่วนตัว",
            "ในวันที่ 14 ตุลาคม 2569 ได้ตรวจสอบสมุดควบคุมการใช้รถ ใบสั่งจ่ายน้ำมัน และภาพจากกล้องวงจรปิดของสถานีบริการ"
                    + " พบว่าใบสั่งจ่ายน้ำมันเลขที่ 045/2569 ถึง 053/2569 ลงลายมือชื่อผู้เบิกคนเดียวกันทุกฉบับ (ไฟล์"
                    + " cctv-0814.mp4, SHA-256: 9f86d081) และไม่มีบันทึกการออกปฏิบัติงานในวันนั้น ๆ ตามระเบียบของ อบต."
                    + " แต่อย่างใด");

    static final List<String> CONSIDERATIONS =
            List.of("ข้อร้องเรียนระบุบุคคล วัน เวลา และสถานที่ชัดเจน มีพยานเอกสารที่ตรวจสอบได้"
                    + " จึงอยู่ในหลักเกณฑ์ที่จะรับไว้พิจารณาตามมติคณะรัฐมนตรีและแนวทางของสำนักงาน ป.ป.ช.");

    private Papers() {}

    static Stationery stationery(Digits digits, @Nullable Emblem emblem) {
        return new Stationery(
                "องค์การบริหารส่วนตำบลเขาหินงาม",
                "หมู่ที่ 4 ตำบลเขาหินงาม อำเภอเมืองทอง จังหวัดสุขสันต์ 99110",
                "0 7000 1234 ต่อ 12",
                emblem,
                Typeface.SARABUN,
                digits);
    }

    static Heading heading(Marking marking) {
        return heading(STATIONERY, marking);
    }

    static Heading heading(Stationery stationery, Marking marking) {
        return Heading.of(stationery, "งานการเจ้าหน้าที่ สำนักปลัด", "สส 73601/123", DAY, marking);
    }

    /** The fields of a case that is extended where the two last days differ; no subject where it is blank. */
    static Fields matter(String subject, LocalDate due) {
        return new Fields()
                .text("organisation", STATIONERY.organisation())
                .text("registerNumber", "12/2569")
                .text("kind", "เรื่องร้องเรียนการทุจริต")
                .text("channel", "ตู้รับข้อร้องเรียน")
                .text("matter", subject)
                .flag("named", !subject.isBlank())
                .date("receivedOn", RECEIVED)
                .date("firstDueOn", DUE)
                .date("dueOn", due)
                .flag("extended", !due.equals(DUE))
                .flag("outside", false);
    }

    static Fields matter() {
        return matter("การเบิกค่าน้ำมันเชื้อเพลิงรถบรรทุกน้ำไม่ตรงกับการใช้งานจริง", DUE);
    }

    static Paper forwarding() {
        return forwarding(Digits.THAI);
    }

    static Paper forwarding(Digits digits) {
        return forwarding(heading(stationery(digits, null), Marking.confidential(1, 2)), FACTS);
    }

    static Paper forwarding(Heading heading, List<String> facts) {
        Fields fields = matter().text("addressee", "หัวหน้างานการเจ้าหน้าที่")
                .list("facts", facts)
                .list("considerations", CONSIDERATIONS);
        return new Paper(DocumentKind.FORWARDING_MEMO, heading, fields, CLERK);
    }

    /** @param appointees at most 3 */
    static Paper order(int appointees) {
        List<Fields> committee = List.of(
                appointee("นายปิ่นเพชร ก้องฟ้า", "นิติกรปฏิบัติการ", "ประธานกรรมการ"),
                appointee("นางสาวญาณี ฐูปะเตมีย์", "นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ", "กรรมการ"),
                appointee("นายสำรวย น้ำค้าง", "นักทรัพยากรบุคคล", "กรรมการและเลขานุการ"));
        Heading heading = Heading.of(STATIONERY, "", "251/2569", DAY, Marking.confidential(1, 3));
        Fields fields = matter().flag("committee", appointees > 1)
                .rows("appointees", committee.subList(0, appointees))
                .date("reportBy", LocalDate.of(2026, 11, 30));
        return new Paper(DocumentKind.APPOINTMENT_ORDER, heading, fields, ACTING_CHIEF);
    }

    private static Fields appointee(String name, String post, String role) {
        return new Fields().text("name", name).text("post", post).text("role", role);
    }

    /** @param times how often the facts are told over again */
    static Paper findings(int times) {
        return findings(
                matter(),
                Collections.nCopies(times, FACTS).stream().flatMap(List::stream).toList(),
                opinions());
    }

    static Paper findings(Fields matter, List<String> facts, List<Opinion> opinions) {
        Fields fields = matter.text("addressee", "นายกองค์การบริหารส่วนตำบลเขาหินงาม")
                .list("background", List.of())
                .list("facts", facts)
                .list(
                        "considerations",
                        List.of(
                                "พยานหลักฐานฟังได้ว่ามีมูล เห็นควรดำเนินการสอบสวนทางวินัย และเรียกเงินจำนวน 28,450.75 บาท"
                                        + " คืนแก่ทางราชการ"));
        return new Paper(
                DocumentKind.FINDINGS_MEMO, heading(Marking.confidential(1, 2)), fields, INVESTIGATOR, opinions);
    }

    static List<Opinion> opinions() {
        return List.of(
                Opinion.of(
                        "หัวหน้าสำนักปลัด",
                        "เห็นชอบ",
                        "ตามที่ผู้สืบสวนเสนอ พยานเอกสารและภาพจากกล้องวงจรปิดสอดคล้องกัน"
                                + " ควรให้กองคลังตรวจสอบการเบิกจ่ายย้อนหลังอีก 6 เดือน",
                        HEAD_OF_OFFICE,
                        LocalDate.of(2026, 11, 13)),
                Opinion.of(
                        "ปลัดองค์การบริหารส่วนตำบลเขาหินงาม", "เห็นชอบ", "", ACTING_CHIEF, LocalDate.of(2026, 11, 16)),
                Opinion.awaitedDirective("นายกองค์การบริหารส่วนตำบลเขาหินงาม"));
    }

    static Paper overdue(LocalDate day) {
        long days = ChronoUnit.DAYS.between(DUE, day);
        Fields fields = matter("", DUE)
                .text("addressee", "ปลัดองค์การบริหารส่วนตำบลเขาหินงาม")
                .text("holder", "นิติกรปฏิบัติการ")
                .text("step", "สืบสวนข้อเท็จจริง")
                .number("days", Math.abs(days))
                .flag("today", days == 0)
                .flag("late", days > 0);
        Heading heading = Heading.of(STATIONERY, "งานการเจ้าหน้าที่", "สส 73601/140", day, Marking.confidential(1, 1));
        return new Paper(
                DocumentKind.OVERDUE_MEMO, heading, fields, new Signer("นางสมพร ดีพร้อม", "หัวหน้างานการเจ้าหน้าที่"));
    }

    static Paper referral() {
        Fields fields = matter().text("addressee", "ผู้ว่าราชการจังหวัดสุขสันต์")
                .lines(
                        "reasons",
                        "ผู้ถูกร้องเรียนเป็นผู้บริหารท้องถิ่น ซึ่งองค์การบริหารส่วนตำบลไม่อาจสืบสวนเองได้"
                                + " เนื่องจากเป็นผู้บังคับบัญชาของผู้สืบสวน จึงต้องส่งให้ผู้กำกับดูแลตามกฎหมายพิจารณา")
                .list("references", List.of())
                .list("enclosures", List.of("สำเนาหนังสือร้องเรียน จำนวน 3 แผ่น", "สำเนาพยานเอกสาร จำนวน 12 แผ่น"));
        return new Paper(DocumentKind.REFERRAL_LETTER, heading(Marking.confidential(1, 2)), fields, ACTING_CHIEF);
    }

    /** The paper that the shipped sample of a kind makes, issued. */
    static Paper sample(DocumentKind kind) {
        Paper draft = SamplePapers.of(kind, STATIONERY, DAY);
        Heading heading = heading(draft.heading().marking());
        return new Paper(kind, heading, draft.fields(), draft.signer(), draft.opinions());
    }
}
