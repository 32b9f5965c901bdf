package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTests {

    private static final String HEAD = "เรื่อง: ทดสอบ\nเรียน: ปลัด\n";
    private static final String FOOT = "\n@ลงนาม\n";

    @ParameterizedTest
    @EnumSource
    void thoseThatAreShippedCanBeUsedAndNameEveryKindOfField(DocumentKind kind) {
        Template template = Template.standard(kind);
        assertThat(template.fill(Samples.of(kind), Digits.THAI)).isNotEmpty();
        assertThat(PlaceName.of(Samples.of(kind)))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.written()).contains("{{"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceOfferedForAKindCanBeUsedInIt(DocumentKind kind) {
        for (PlaceName place : PlaceName.of(Samples.of(kind))) {
            Template.parse(kind, HEAD + place.written() + FOOT);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ไม่มีช่องนี้}};3;place.unknown",
                "{{วันครบกำหนด.ไม่มีแบบนี้}};3;place.unknown",
                "{{เลขรับ.ย่อ}};3;place.unknown",
                "{{ข้อเท็จจริง}};3;place.section",
                "{{มีชื่อเรื่อง}};3;place.section",
                "{{.}};3;place.list",
                "{{-index}};3;place.list",
                "{{#ข้อเท็จจริง}}{{.}};3;section.open",
                "{{/ข้อเท็จจริง}};3;section.none",
                "{{#ข้อเท็จจริง}}{{#มีชื่อเรื่อง}}{{/ข้อเท็จจริง}};3;section.crossed",
                "{{#วันครบกำหนด}}x{{/วันครบกำหนด}};3;section.value",
                "{{{เลขรับ}}};3;tag.broken",
                "{{&เลขรับ}};3;place.unknown",
                "{{>/etc/passwd}};3;place.unknown",
                "{{=<% %>=}};3;place.unknown",
                "{{เลขรับ;3;tag.broken",
                "เลขรับ}};3;tag.broken",
                "{{getClass}};3;place.unknown",
                "{{organisation.class.name}};3;place.unknown",
                "{{#ข้อเท็จจริง}}{{#ข้อพิจารณา}}{{.}}{{/ข้อพิจารณา}}{{/ข้อเท็จจริง}};3;section.lists",
                "@พิมพ์;3;directive.unknown",
                "{{#ข้อเท็จจริง}}\\n@ลงนาม\\n{{/ข้อเท็จจริง}};3;section.open",
                "@ลงนาม\\n@ลงนาม\\n@ลงนาม\\n@ลงนาม;7;directive.often",
                "|ก|ข|\\n|--|--|\\n|ก|ข|ค|;5;table.cells",
                "|1|2|3|4|5|6|7|8|9|;3;table.columns"
            })
    void namesTheLineThatCannotBeUsed(String text, int line, String code) {
        TemplateFault fault = fault(HEAD + text.replace("\\n", "\n") + FOOT);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"subject, เรียน: ก", "to, เรื่อง: ก"})
    void missesWhatAMemoCannotDoWithout(String what, String text) {
        assertThat(fault(text + FOOT).code()).isEqualTo("missing." + what);
        assertThat(fault(HEAD).code()).isEqualTo("missing.signature");
    }

    @Test
    void boundsWhatAListWritesForEachOfItsLines() {
        String list = "{{#ข้อเท็จจริง}}\n%s\n{{.}}\n{{/ข้อเท็จจริง}}";
        Template.parse(DocumentKind.FORWARDING_MEMO, HEAD + list.formatted("ก".repeat(900)) + FOOT);
        assertThat(fault(HEAD + list.formatted("ก".repeat(1_100)) + FOOT).code()).isEqualTo("section.long");
        assertThat(fault(HEAD + list.formatted("{{ชื่อเรื่อง}}".repeat(30)) + FOOT).code())
                .isEqualTo("section.long");
    }

    @Test
    void refusesATextWithoutEnd() {
        assertThat(fault("ก".repeat(Template.MOST + 1)).code()).isEqualTo("long");
    }

    @Test
    void refusesAListWithinItselfWhichWouldGrowWithoutMeasure() {
        String loops = "{{#ข้อเท็จจริง}}".repeat(12) + "{{.}}" + "{{/ข้อเท็จจริง}}".repeat(12);
        assertThat(fault(HEAD + loops + FOOT).code()).isEqualTo("section.nested");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# หัวข้อ",
                "@ลงนาม",
                "| ก | ข |",
                "- ก",
                "1. ก",
                "เรื่อง: ปลอม",
                "{{เลขรับ}}",
                "[x] ก",
                "ก .... ข",
                "\uFDD1# หลุดออกมา\uFDD0"
            })
    void wordsOfACaseAreNeverSignsOfTheTemplate(String words) {
        List<Block> blocks = fill("{{#ข้อเท็จจริง}}\n{{.}}\n{{/ข้อเท็จจริง}}", words);
        assertThat(blocks.get(2))
                .isEqualTo(new Block.Paragraph(
                        words.replace("\uFDD1", " ").replace("\uFDD0", " ").strip()));
    }

    @Test
    void wordsOfACaseStayInTheirCell() {
        List<Block> blocks =
                fill("| ที่ | ข้อ |\n|-:|--|\n{{#ข้อเท็จจริง}}\n| {{-index}} | {{.}} |\n{{/ข้อเท็จจริง}}", "ก | ข");
        Block.Table table = (Block.Table) blocks.get(2);
        assertThat(table.head()).containsExactly("ที่", "ข้อ");
        assertThat(table.rows()).containsExactly(List.of("1", "ก | ข"));
        assertThat(table.columns().getFirst().align()).isEqualTo(Block.Table.Align.RIGHT);
    }

    @Test
    void writesDaysAndNumbersInEachOfTheirForms() {
        String text = "{{วันครบกำหนด}}/{{วันครบกำหนด.ย่อ}}/{{วันครบกำหนด.พศ}}/{{จำนวนวัน}}/{{จำนวนวัน.ตัวอักษร}}";
        List<Block> blocks = Template.parse(DocumentKind.OVERDUE_MEMO, HEAD + text + FOOT)
                .fill(Papers.overdue(Papers.DUE.plusDays(21)).fields(), Digits.THAI);
        assertThat(blocks.get(2))
                .isEqualTo(new Block.Paragraph("๕ ธันวาคม ๒๕๖๙/๕ ธ.ค. ๒๕๖๙/๕ ธันวาคม พ.ศ. ๒๕๖๙/21/ยี่สิบเอ็ด"));
    }

    @Test
    void readsEveryPieceOfMarkup() {
        List<Block> blocks = fill(
                "# หัวข้อ\n## ย่อย\nความ\n- ข้อ\n๑. ข้อ\n[ ] ว่าง\n[x] แล้ว [ ]\nชื่อ .... {{เลขรับ}}\n@กลาง ก\n@ตัวใหญ่ ข\n@คิวอาร์ https://ก\n@เว้น\n@เส้น\n@ปิดท้าย จบ",
                "ก");
        assertThat(blocks.subList(2, blocks.size()))
                .containsExactly(
                        new Block.Title(1, "หัวข้อ"),
                        new Block.Title(2, "ย่อย"),
                        new Block.Paragraph("ความ"),
                        new Block.Item("-", List.of("ข้อ")),
                        new Block.Item("๑.", List.of("ข้อ")),
                        new Block.Item("☐", List.of("ว่าง")),
                        new Block.Item("☑", List.of("แล้ว ☐")),
                        new Block.Leader("ชื่อ", "12/2569"),
                        new Block.Centred("ก"),
                        new Block.Large("ข"),
                        new Block.Code("https://ก"),
                        new Block.Space(),
                        new Block.Rule(),
                        new Block.Closing("จบ"),
                        new Block.Signature());
    }

    @Test
    void refusesFieldsThatAreNotThoseOfTheKind() {
        assertThatThrownBy(() -> Template.standard(DocumentKind.FORWARDING_MEMO).fill(new Fields(), Digits.THAI))
                .isInstanceOf(IllegalStateException.class);
    }

    private static TemplateFault fault(String text) {
        return catchThrowableOfType(TemplateFault.class, () -> Template.parse(DocumentKind.FORWARDING_MEMO, text));
    }

    private static List<Block> fill(String text, String fact) {
        Paper paper = Papers.forwarding(Papers.heading(Marking.OPEN), List.of(fact));
        return Template.parse(DocumentKind.FORWARDING_MEMO, HEAD + text + FOOT).fill(paper.fields(), Digits.THAI);
    }
}
