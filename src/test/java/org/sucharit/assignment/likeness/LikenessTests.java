package org.sucharit.assignment.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reporters write of somebody, and what stands in the list of officers. */
class LikenessTests {

    private static final String NOT_AT_ALL = "-";

    @ParameterizedTest(name = "{0} is {2} for {1}")
    @CsvSource(textBlock = """
                    # letter by letter
                    นายสมชาย ใจดี            | นายสมชาย ใจดี      | SAME_NAME
                    สมชาย ใจดี               | นายสมชาย ใจดี      | SAME_NAME
                    นาย สมชาย   ใจดี         | นายสมชาย ใจดี      | SAME_NAME
                    สมชายใจดี                | นายสมชาย ใจดี      | SAME_NAME
                    คุณสมชาย ใจดี            | นายสมชาย ใจดี      | SAME_NAME
                    น.ส.สมศรี รักงาน         | นางสาวสมศรี รักงาน | SAME_NAME
                    นางสมศรี รักงาน          | นางสาวสมศรี รักงาน | SAME_NAME
                    ดร. สมศรี รักงาน         | นางสมศรี รักงาน    | SAME_NAME
                    พ.ต.ท.สมชาย ใจดี         | พันตำรวจโทสมชาย ใจดี | SAME_NAME
                    ว่าที่ ร.ต.สมชาย ใจดี    | นายสมชาย ใจดี      | SAME_NAME
                    ว่าที่ร้อยตรี สมชาย ใจดี | นายสมชาย ใจดี      | SAME_NAME
                    ส.ต.อ. สมชาย ใจดี        | นายสมชาย ใจดี      | SAME_NAME
                    จ.ส.อ.สมชาย ใจดี         | นายสมชาย ใจดี      | SAME_NAME
                    นางนวล ใจดี              | นางสาวนางนวล ใจดี  | SAME_NAME
                    # with a post or the like before it
                    ปลัดสมชาย ใจดี           | นายสมชาย ใจดี      | SAME_SOUND
                    ปลัด อบต. สมชาย ใจดี     | นายสมชาย ใจดี      | SAME_SOUND
                    ท่านนายกสมชาย ใจดี       | นายสมชาย ใจดี      | SAME_SOUND
                    นายก สมชาย ใจดี          | นายสมชาย ใจดี      | SAME_SOUND
                    รองปลัดสมชาย ใจดี        | นายสมชาย ใจดี      | SAME_SOUND
                    ผอ.สมชาย ใจดี            | นายสมชาย ใจดี      | SAME_NAME
                    พี่สมชาย ใจดี            | นายสมชาย ใจดี      | SAME_SOUND
                    ลุงสมชาย ใจดี            | นายสมชาย ใจดี      | SAME_SOUND
                    ผู้ใหญ่สมชาย ใจดี        | นายสมชาย ใจดี      | SAME_SOUND
                    ช่างสมชาย ใจดี           | นายสมชาย ใจดี      | SAME_SOUND
                    อาจารย์สมชาย ใจดี        | นายสมชาย ใจดี      | SAME_SOUND
                    ส.อบต.สมชาย ใจดี         | นายสมชาย ใจดี      | SAME_NAME
                    สมชาย ใจดี (ผอ.กองช่าง)  | นายสมชาย ใจดี      | SAME_SOUND
                    ช่างเอก (นายสมชาย ใจดี)  | นายสมชาย ใจดี      | SAME_SOUND
                    สมชาย (ช้าง) ใจดี        | นายสมชาย ใจดี      | SAME_SOUND
                    # said the same
                    สมชาย ไจดี               | นายสมชาย ใจดี      | SAME_SOUND
                    สมชาย ใจ๋ดี              | นายสมชาย ใจดี      | SAME_SOUND
                    สมไช ใจดี                | นายสมชัย ใจดี      | SAME_SOUND
                    วันเพ็ญ จันทร์แจ่ม       | นางวันเพ็ญ จันแจ่ม | SAME_SOUND
                    ณรงค์ ศรีสุข             | นายนรงค์ สีสุข     | ONE_LETTER
                    ณรงค์ ศรีสุข             | นายนรงค์ ศรีสุข    | SAME_SOUND
                    ปราณี แสงทอง             | นางปรานี แสงทอง    | SAME_SOUND
                    วรรณา บุญมี              | นางวันนา บุญมี     | SAME_SOUND
                    พรรณี บุญมี              | นางพันนี บุญมี     | SAME_SOUND
                    สุวรรณ ทองดี             | นายสุวัน ทองดี     | SAME_SOUND
                    กฤษณะ ทองดี              | นายกริสนะ ทองดี    | SAME_SOUND
                    กฤษณา ทองดี              | นางกริษนา ทองดี    | SAME_SOUND
                    ศักดิ์ชัย พงษ์ไทย        | นายศักชัย พงศ์ไทย  | SAME_SOUND
                    ศักดิ์ดา พงษ์ไทย         | นายสักดา พงศ์ไท    | SAME_SOUND
                    รัตน์ ธรรมรักษ์          | นางรัต ทำรัก       | SAME_SOUND
                    ธนพงษ์ สุขใจ             | นายทนพงศ์ สุกใจ    | ONE_LETTER
                    ธนพงษ์ สุขใจ             | นายธนพงศ์ สุขใจ    | SAME_SOUND
                    พิสิทธิ์ ทรัพย์มาก       | นายพิสิด ทรัพมาก   | ONE_LETTER
                    พิสิทธิ์ ทรัพย์มาก       | นายพิศิษฐ์ ทรัพย์มาก | ONE_LETTER
                    อัมพร น้ำใส              | นางอำพร น้ำใส      | SAME_SOUND
                    น้ำฝน ขำคม               | นางสาวนํ้าฝน ขำคม  | SAME_NAME
                    บุญส่ง ทองแท้            | นายบุนส่ง ทองแท้   | SAME_SOUND
                    หญิง ภูมี                | นางสาวหยิง พูมี    | SAME_SOUND
                    วัฒนา คงทน               | นายวัธนา คงทน      | SAME_SOUND
                    ชัยวัฒน์ คงทน            | นายไชยวัฒน์ คงทน   | SAME_SOUND
                    ใหม่ ดีพร้อม             | นางสาวไหม่ ดีพร้อม | SAME_SOUND
                    # one letter
                    สมชย ใจดี                | นายสมชาย ใจดี      | ONE_LETTER
                    สมชาบ ใจดี               | นายสมชาย ใจดี      | ONE_LETTER
                    สมขาย ใจดี               | นายสมชาย ใจดี      | ONE_LETTER
                    สชมาย ใจดี               | นายสมชาย ใจดี      | ONE_LETTER
                    สมชายย ใจดี              | นายสมชาย ใจดี      | SAME_SOUND
                    สมชาย ใจดีี              | นายสมชาย ใจดี      | SAME_SOUND
                    สมชาย ใจด                | นายสมชาย ใจดี      | ONE_LETTER
                    ประเสริฐ มั่นคง          | นายประเสิฐ มั่นคง  | ONE_LETTER
                    อนุชา วงษ์สว่าง          | นายอนุชา วงค์สว่าง | SAME_SOUND
                    # missing vowels
                    สมชย จด                  | นายสมชาย ใจดี      | -
                    วชัย มนคง                | นายวิชัย มั่นคง    | SAME_CONSONANTS
                    ประสทธ ทองคา             | นายประสาท ทองคำ    | -
                    ปรชา ธรรมรกษ             | นายปรีชา ธรรมรักษ  | SAME_CONSONANTS
                    # the other way round
                    ใจดี สมชาย               | นายสมชาย ใจดี      | TURNED
                    # initials
                    ส. ใจดี                  | นายสมชาย ใจดี      | INITIAL
                    ส.ใจดี                   | นายสมชาย ใจดี      | INITIAL
                    นายส. ใจดี               | นายสมชาย ใจดี      | INITIAL
                    นาย ส ใจดี               | นายสมชาย ใจดี      | INITIAL
                    สม. ใจดี                 | นายสมชาย ใจดี      | INITIAL
                    สมชาย จ.                 | นายสมชาย ใจดี      | INITIAL
                    นายสมชาย จ               | นายสมชาย ใจดี      | INITIAL
                    ก. ใจดี                  | นายเกษม ใจดี       | INITIAL
                    S. Jaidee                | นายสมชาย ใจดี,Somchai Jaidee | INITIAL
                    Somchai J.               | นายสมชาย ใจดี,Somchai Jaidee | INITIAL
                    นาย ส.                   | นายสมชาย ใจดี      | -
                    # the given name alone
                    สมชาย                    | นายสมชาย ใจดี      | GIVEN_NAME
                    นายสมชาย                 | นายสมชาย ใจดี      | GIVEN_NAME
                    ปลัดสมชาย                | นายสมชาย ใจดี      | GIVEN_NAME
                    ช่างสมชาย                | นายสมชาย ใจดี      | GIVEN_NAME
                    พี่ณรงค์                 | นายนรงค์ ใจดี      | GIVEN_NAME
                    สมชาย (ผอ.กองช่าง)       | นายสมชาย ใจดี      | GIVEN_NAME
                    khun Somchai             | นายสมชาย ใจดี,Somchai Jaidee | GIVEN_NAME
                    # Latin letters
                    Somchai Jaidee           | นายสมชาย ใจดี,Somchai Jaidee | SAME_NAME
                    Mr. Somchai JAIDEE       | นายสมชาย ใจดี,Somchai Jaidee | SAME_NAME
                    Khun Somchai Jaidee      | นายสมชาย ใจดี,Somchai Jaidee | SAME_SOUND
                    Mayor Somchai Jaidee     | นายสมชาย ใจดี,Somchai Jaidee | SAME_SOUND
                    Somchai Chaidi           | นายสมชาย ใจดี,Somchai Jaidee | SAME_SOUND
                    Somchai Jaidi            | นายสมชาย ใจดี      | LATIN
                    Somchay Jai-dee          | นายสมชาย ใจดี      | LATIN
                    Jaidee Somchai           | นายสมชาย ใจดี,Somchai Jaidee | LATIN
                    Bunsong Thongthae        | นายบุญส่ง ทองแท้   | LATIN
                    Boonsong Tongtae         | นายบุญส่ง ทองแท้   | LATIN
                    Boonsong Thongtae        | นายบุญส่ง ทองแท้,Bunsong Thongthae | SAME_SOUND
                    Wichai Mankhong          | นายวิชัย มั่นคง    | LATIN
                    Vichai Munkong           | นายวิชัย มั่นคง    | LATIN
                    Preecha Thammarak        | นายปรีชา ธรรมรักษ์ | LATIN
                    Pricha Tamarak           | นายปรีชา ธรรมรักษ์,Preecha Thammarak | SAME_SOUND
                    Prasert Suksan           | นายประเสริฐ สุขสันต์ | LATIN
                    Somsri Rakngan           | นางสมศรี รักงาน    | LATIN
                    Somsee Rakngarn          | นางสมศรี รักงาน    | LATIN
                    Phonthip Sinsap          | นางพรทิพย์ สินทรัพย์ | LATIN
                    Porntip Sinsap           | นางพรทิพย์ สินทรัพย์ | LATIN
                    Narong Srisuk            | นายณรงค์ ศรีสุข    | LATIN
                    Chuchat Hinkaew          | นายชูชาติ หินแก้ว,Chuchat Hinkaeo | LATIN
                    Sutep Boonchuay          | นายสุเทพ บุญช่วย   | LATIN
                    # others, who are not meant
                    สมชาย ใจดี               | นายสมหมาย ใจดี     | -
                    สมชาย ใจดี               | นายสมศักดิ์ ใจดี   | -
                    สมชาย ใจดี               | นายสมชาย มีสุข     | -
                    สมชาย ใจดี               | นายวิชัย มั่นคง    | -
                    สมศรี ใจงาม              | นางสมศรี ใจดำรง    | -
                    ประสิทธิ์ ทองคำ          | นายประเสริฐ ทองคำ  | -
                    ประยูร แก้วมณี           | นายประวิทย์ แก้วมณี | -
                    วันดี ศรีสุข             | นางวันทนา ศรีสุข   | -
                    สุดา ทองดี               | นางสุดใจ ทองดี     | -
                    สุรชัย บุญมา             | นายสุรศักดิ์ บุญมา | -
                    อนันต์ บุญเรือง          | นายอำนาจ บุญเรือง  | -
                    นิภา สุขใจ               | นางวิภา สุขเกษม    | -
                    บุญมี ทองดี              | นายบุญมา ทองดำ     | -
                    บุญมี                    | นายบุญมา ทองดี     | -
                    มาลี                     | นางมาลัย ทองดี     | -
                    ส. ใจดี                  | นายวิชัย ใจดี      | -
                    สมชาย ม.                 | นายสมชาย ใจดี      | -
                    Somchai Jaidee           | นายสมศักดิ์ ใจดี   | -
                    Somchai Meesuk           | นายสมชาย ใจดี      | -
                    Wichai Mankhong          | นายวิชิต มั่นคง    | -
                    Prasit Suksan            | นายประสาน สุขใจ    | -
                    Malee Thongdee           | นางมาลัย ทองคำ     | -
                    Suda Boonma              | นางสุวรรณา บุญมา   | -
                    ผู้อำนวยการ              | นายสมชาย ใจดี      | -
                    เจ้าหน้าที่              | นายสมชาย ใจดี      | -
                    ไม่ทราบชื่อ              | นายสมชาย ใจดี      | -
                    ไม่ทราบ                  | นายสมชาย ใจดี      | -
                    ทุกคน                    | นายสมชาย ใจดี      | -
                    unknown                  | นายสมชาย ใจดี,Somchai Jaidee | -
                    นาย                      | นายสมชาย ใจดี      | -
                    ''                       | นายสมชาย ใจดี      | -
                    ...                      | นายสมชาย ใจดี      | -
                    """, delimiter = '|')
    void tellsInWhatANameIsLikeAnOfficers(String written, String officer, String expected) {
        String[] names = officer.split(",");
        OfficerName name = new OfficerName(names[0], names.length > 1 ? names[1] : "", List.of());
        assertThat(Likeness.of(new WrittenName(written), name).map(Enum::name).orElse(NOT_AT_ALL))
                .isEqualTo(expected);
    }
}
