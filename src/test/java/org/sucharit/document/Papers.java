package org.sucharit.document;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/** Papers of a made-up organisation. */
final class Papers {

    static final LocalDate DAY = LocalDate.of(2026, 11, 11);
    static final LocalDate RECEIVED = LocalDate.of(2026, 10, 6);
    static final LocalDate DUE = LocalDate.of(2026, 12, 5);

    static final Issuer ISSUER = new Issuer(
            "องค์การบริหารส่วนตำบลเขาหินงาม",
            "งานการเจ้าหน้าที่ สำนักปลัด",
            "หมู่ที่ 4 ตำบลเขาหินงาม อำเภอเมืองทอง จังหวัดสุขสันต์ 99110",
            "0 7000 1234 ต่อ 12");

    static final Matter MATTER = new Matter(
            "12/2569",
            "เรื่องร้องเรียนการทุจริต",
            "ตู้รับข้อร้องเรียน",
            "การเบิกค่าน้ำมันเชื้อเพลิงรถบรรทุกน้ำไม่ตรงกับการใช้งานจริง",
            RECEIVED,
            DUE);

    static final Signer CLERK = new Signer("นางสาวญาณี ฐูปะเตมีย์", "เจ้าพนักงานธุรการชำนาญงาน");
    static final Signer INVESTIGATOR = new Signer("นายปิ่นเพชร ก้องฟ้า", "นิติกรปฏิบัติการ");
    static final Signer HEAD_OF_OFFICE = new Signer("นางกุลธิดา ที่รักยิ่ง", "หัวหน้าสำนักปลัด");
    static final Signer ACTING_CHIEF = new Signer(
            "นายฟ้าลั่น ปั้นดี",
            "รองปลัดองค์การบริหารส่วนตำบลเขาหินงาม",
            new Signer.Acting("ปลัดองค์การบริหารส่วนตำบลเขาหินงาม", "214/2569"));
    static final Signer MAYOR = new Signer("นายก้าน น้ำใส", "นายกองค์การบริหารส่วนตำบลเขาหินงาม");

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

    static Heading heading() {
        return heading(Marking.OPEN, Digits.THAI);
    }

    static Heading heading(Marking marking, Digits digits) {
        return new Heading(ISSUER, "สส 73601/123", DAY, marking, digits);
    }

    static ForwardingMemo forwarding() {
        return forwarding(Digits.THAI);
    }

    static ForwardingMemo forwarding(Digits digits) {
        return new ForwardingMemo(
                heading(Marking.confidential(1, 2), digits),
                "หัวหน้างานการเจ้าหน้าที่",
                MATTER,
                FACTS,
                CONSIDERATIONS,
                CLERK);
    }

    static AppointmentOrder order(int appointees) {
        List<AppointmentOrder.Appointee> committee = List.of(
                new AppointmentOrder.Appointee("นายปิ่นเพชร ก้องฟ้า", "นิติกรปฏิบัติการ", "ประธานกรรมการ"),
                new AppointmentOrder.Appointee(
                        "นางสาวญาณี ฐูปะเตมีย์", "นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ", "กรรมการ"),
                new AppointmentOrder.Appointee("นายสำรวย น้ำค้าง", "นักทรัพยากรบุคคล", "กรรมการและเลขานุการ"));
        return new AppointmentOrder(
                new Heading(ISSUER, "251/2569", DAY, Marking.confidential(1, 3), Digits.THAI),
                MATTER,
                appointees == 1
                        ? List.of(new AppointmentOrder.Appointee("นายปิ่นเพชร ก้องฟ้า", "นิติกรปฏิบัติการ", ""))
                        : committee.subList(0, appointees),
                LocalDate.of(2026, 11, 30),
                ACTING_CHIEF);
    }

    /** @param times how often the facts are told over again */
    static FindingsMemo findings(int times) {
        return new FindingsMemo(
                heading(Marking.confidential(1, 2), Digits.THAI),
                "นายกองค์การบริหารส่วนตำบลเขาหินงาม",
                MATTER,
                List.of(),
                Collections.nCopies(times, FACTS).stream().flatMap(List::stream).toList(),
                List.of("พยานหลักฐานฟังได้ว่ามีมูล เห็นควรดำเนินการสอบสวนทางวินัย และเรียกเงินจำนวน 28,450.75 บาท"
                        + " คืนแก่ทางราชการ"),
                INVESTIGATOR,
                opinions());
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

    static OverdueMemo overdue(LocalDate day) {
        return new OverdueMemo(
                new Heading(ISSUER, "สส 73601/140", day, Marking.confidential(1, 1), Digits.THAI),
                "ปลัดองค์การบริหารส่วนตำบลเขาหินงาม",
                new Matter("12/2569", "เรื่องร้องเรียนการทุจริต", "ตู้รับข้อร้องเรียน", "", RECEIVED, DUE),
                "นิติกรปฏิบัติการ",
                "สืบสวนข้อเท็จจริง",
                List.of(),
                new Signer("นางสมพร ดีพร้อม", "หัวหน้างานการเจ้าหน้าที่"));
    }

    static ReferralLetter referral() {
        return new ReferralLetter(
                heading(Marking.confidential(1, 2), Digits.THAI),
                "ผู้ว่าราชการจังหวัดสุขสันต์",
                MATTER,
                List.of("ผู้ถูกร้องเรียนเป็นผู้บริหารท้องถิ่น ซึ่งองค์การบริหารส่วนตำบลไม่อาจสืบสวนเองได้"
                        + " เนื่องจากเป็นผู้บังคับบัญชาของผู้สืบสวน จึงต้องส่งให้ผู้กำกับดูแลตามกฎหมายพิจารณา"),
                List.of(),
                List.of("สำเนาหนังสือร้องเรียน จำนวน 3 แผ่น", "สำเนาพยานเอกสาร จำนวน 12 แผ่น"),
                ACTING_CHIEF);
    }
}
