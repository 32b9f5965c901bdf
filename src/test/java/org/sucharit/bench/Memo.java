package org.sucharit.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sucharit.document.Digits;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Fields;
import org.sucharit.document.Heading;
import org.sucharit.document.Marking;
import org.sucharit.document.Paper;
import org.sucharit.document.Signer;
import org.sucharit.document.Stationery;
import org.sucharit.document.typesetting.Typeface;

/** The papers that are measured, and the text of the memo as other programs take it. */
final class Memo {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);
    private static final String UNIT = "งานการเจ้าหน้าที่ สำนักปลัด";
    private static final String NUMBER = "สส 73601/123";
    private static final String ADDRESSEE = "หัวหน้างานการเจ้าหน้าที่";
    private static final Signer CLERK = new Signer("นางสาวญาณี ฐูปะเตมีย์", "เจ้าพนักงานธุรการชำนาญงาน");
    private static final Stationery STATIONERY = new Stationery(
            "องค์การบริหารส่วนตำบลเขาหินงาม",
            "หมู่ที่ 4 ตำบลเขาหินงาม อำเภอเมืองทอง จังหวัดสุขสันต์ 99110",
            "0 7000 1234 ต่อ 12",
            null,
            Typeface.SARABUN,
            Digits.THAI);

    private static final List<String> FACTS = List.of(
            "ผู้ร้องเรียนแจ้งว่า ในเดือนสิงหาคม พ.ศ. 2569 มีการเบิกค่าน้ำมันเชื้อเพลิงของรถบรรทุกน้ำ หมายเลขทะเบียน"
                    + " กข-1234 จำนวน 9 ครั้ง เป็นเงิน 28,450.75 บาท ทั้งที่รถคันดังกล่าวจอดซ่อมอยู่ที่อู่ตั้งแต่วันที่ 3"
                    + " ถึงวันที่ 27 ของเดือนเดียวกัน และมีผู้พบเห็นว่านำบัตรเติมน้ำมันไปใช้กับรถยนต์ส่วนตัว",
            "ในวันที่ 14 ตุลาคม 2569 ได้ตรวจสอบสมุดควบคุมการใช้รถ ใบสั่งจ่ายน้ำมัน และภาพจากกล้องวงจรปิดของสถานีบริการ"
                    + " พบว่าใบสั่งจ่ายน้ำมันเลขที่ 045/2569 ถึง 053/2569 ลงลายมือชื่อผู้เบิกคนเดียวกันทุกฉบับ"
                    + " และไม่มีบันทึกการออกปฏิบัติงานในวันนั้น ๆ ตามระเบียบของ อบต. แต่อย่างใด");
    private static final String CONSIDERATION =
            "ข้อร้องเรียนระบุบุคคล วัน เวลา และสถานที่ชัดเจน มีพยานเอกสารที่ตรวจสอบได้"
                    + " จึงอยู่ในหลักเกณฑ์ที่จะรับไว้พิจารณาตามมติคณะรัฐมนตรีและแนวทางของสำนักงาน ป.ป.ช.";

    private Memo() {}

    /** A full page. */
    static Paper onePage() {
        Fields fields = new Fields()
                .text("organisation", STATIONERY.organisation())
                .text("registerNumber", "12/2569")
                .text("kind", "เรื่องร้องเรียนการทุจริต")
                .text("channel", "ตู้รับข้อร้องเรียน")
                .text("matter", "การเบิกค่าน้ำมันเชื้อเพลิงรถบรรทุกน้ำไม่ตรงกับการใช้งานจริง")
                .flag("named", true)
                .date("receivedOn", DAY.minusDays(36))
                .date("firstDueOn", DAY.plusDays(24))
                .date("dueOn", DAY.plusDays(24))
                .flag("extended", false)
                .flag("outside", false)
                .text("addressee", ADDRESSEE)
                .list("facts", FACTS)
                .list("considerations", List.of(CONSIDERATION));
        return paper(DocumentKind.FORWARDING_MEMO, fields);
    }

    /** A list with so many rows. */
    static Paper table(int rows) {
        List<Fields> documents = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            documents.add(new Fields()
                    .text(
                            "title",
                            i % 5 == 0
                                    ? "บันทึกส่งเรื่องร้องเรียนเพื่อสืบสวนข้อเท็จจริง เลขรับที่ 12/2569"
                                    : "คำสั่งแต่งตั้งผู้สืบสวนข้อเท็จจริง")
                    .text("number", "สส 73601/" + i)
                    .date("date", DAY.minusDays(i))
                    .number("pages", i % 4 + 1));
        }
        Fields fields = new Fields()
                .text("organisation", STATIONERY.organisation())
                .rows("documents", documents)
                .number("pages", 2L * rows)
                .number("count", rows)
                .date("printedOn", DAY)
                .text("printedBy", CLERK.name());
        return paper(DocumentKind.COVER_LIST, fields);
    }

    private static Paper paper(DocumentKind kind, Fields fields) {
        return new Paper(kind, Heading.of(STATIONERY, UNIT, NUMBER, DAY, Marking.confidential(1, 2)), fields, CLERK);
    }

    /** The memo as a web page, its font in the files {@code regular.ttf} and {@code bold.ttf} beside it. */
    static String html() {
        return """
            <!DOCTYPE html>
            <html lang="th"><head><meta charset="utf-8"/><title>%s</title><style>
            @page { size: A4; margin: 1.5cm 2cm 2cm 3cm }
            @font-face { font-family: Sarabun; font-weight: 400; src: url(regular.ttf) }
            @font-face { font-family: Sarabun; font-weight: 700; src: url(bold.ttf) }
            body { font: 10.72pt/21.3pt Sarabun; margin: 0 } h1 { font-size: 19.4pt; text-align: center }
            p { margin: 0 } .t { text-indent: 2.5cm; text-align: justify } .d { border-bottom: 0.75pt dotted }
            .s { margin-left: 45%%; text-align: center } h2 { font-size: 10.72pt; margin: 5pt 0 0 }
            </style></head><body><h1>บันทึกข้อความ</h1>%s</body></html>
            """.formatted(
                        subject(),
                        lines().map(line -> switch (line.role()) {
                                    case HEAD -> "<p class=\"d\">" + line.text() + "</p>";
                                    case TITLE -> "<h2>" + line.text() + "</h2>";
                                    case TEXT -> "<p class=\"t\">" + line.text() + "</p>";
                                    case SIGNATURE -> "<p class=\"s\">" + line.text() + "</p>";
                                })
                                .collect(Collectors.joining("\n")));
    }

    /** The memo as a flat file of an office program. */
    static String fodt() {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
             xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
             xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
             office:mimetype="application/vnd.oasis.opendocument.text">
            <office:automatic-styles>
            <style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"
             fo:text-indent="2.5cm"/><style:text-properties style:font-size-complex="16pt"/></style:style>
            <style:style style:name="B" style:family="paragraph"><style:text-properties
             style:font-weight-complex="bold" style:font-size-complex="16pt"/></style:style>
            </office:automatic-styles>
            <office:body><office:text>%s</office:text></office:body></office:document>
            """.formatted(lines().map(line -> "<text:p text:style-name=\"" + (line.role() == Role.TITLE ? "B" : "T")
                        + "\">" + line.text() + "</text:p>")
                .collect(Collectors.joining("\n")));
    }

    private enum Role {
        HEAD,
        TITLE,
        TEXT,
        SIGNATURE
    }

    private record Line(Role role, String text) {}

    private static String subject() {
        return "ส่งเรื่องร้องเรียนการทุจริตเพื่อสืบสวนข้อเท็จจริง เลขรับที่ ๑๒/๒๕๖๙";
    }

    private static Stream<Line> lines() {
        return Stream.of(
                new Line(Role.HEAD, "ส่วนราชการ " + UNIT + " " + STATIONERY.organisation()),
                new Line(Role.HEAD, "ที่ " + NUMBER + " วันที่ ๑๑ พฤศจิกายน ๒๕๖๙"),
                new Line(Role.HEAD, "เรื่อง " + subject()),
                new Line(Role.HEAD, "เรียน " + ADDRESSEE),
                new Line(Role.TITLE, "เรื่องเดิม"),
                new Line(
                        Role.TEXT,
                        STATIONERY.organisation()
                                + " ได้รับเรื่องร้องเรียนการทุจริตทางตู้รับข้อร้องเรียน เมื่อวันที่ ๖ ตุลาคม ๒๕๖๙"
                                + " และได้ลงทะเบียนไว้แล้ว"),
                new Line(Role.TITLE, "ข้อเท็จจริง"),
                new Line(Role.TEXT, FACTS.getFirst()),
                new Line(Role.TEXT, FACTS.getLast()),
                new Line(Role.TITLE, "ข้อพิจารณา"),
                new Line(Role.TEXT, CONSIDERATION),
                new Line(Role.TEXT, "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป"),
                new Line(Role.SIGNATURE, "(ลงชื่อ)"),
                new Line(Role.SIGNATURE, "(" + CLERK.name() + ")"),
                new Line(Role.SIGNATURE, CLERK.post()));
    }
}
