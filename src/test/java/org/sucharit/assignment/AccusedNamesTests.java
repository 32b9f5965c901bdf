package org.sucharit.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sucharit.casefile.Content;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.AppointmentId;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.PersonView;
import org.sucharit.organisation.PostId;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.PostView;
import org.sucharit.organisation.UnitId;
import org.sucharit.organisation.UnitKind;
import org.sucharit.organisation.UnitView;

/** Whom what was written means, by name, post and unit, in an organisation where the deputy acts for the chief. */
class AccusedNamesTests {

    private static final Map<String, PersonView> PEOPLE = new LinkedHashMap<>();
    private static final Map<PersonId, String> NAMES = new LinkedHashMap<>();
    private static final List<Holder> IN_POST = new ArrayList<>();

    static {
        person("mayor", "นายบุญส่ง ทองแท้", "Bunsong Thongthae");
        person("deputy", "นายสมาน แก้วใส", "Saman Kaeosai");
        person("chief", "นายปรีชา ธรรมรักษ์", "Pricha Thammarak");
        person("office", "นายสุเทพ บุญช่วย", "Suthep Bunchuai");
        person("personnel", "นางวิภา เจริญผล", "Wipha Charoenphon");
        person("works", "นายชูชาติ หินแก้ว", "Chuchat Hinkaeo");
        person("engineer", "นายวันชัย ก่อสกุล", "Wanchai Kosakun");
        person("engineer2", "นายสมชาย ดีพร้อม", "Somchai Diphrom");
        person("finance", "นางพรทิพย์ สินทรัพย์", "Phonthip Sinsap");
        person("clerk", "นางสาวมาลี วงศ์สว่าง", "Mali Wongsawang");
        person("typist", "นายวิชิต คลองใหญ่", "Wichit Khlongyai");
        person("left", "นายอดีต เคยอยู่", "");
        UnitView executive = unit(UnitKind.EXECUTIVE, "คณะผู้บริหาร", "Executive");
        UnitView clerks = unit(UnitKind.CLERKS_OFFICE, "สำนักปลัด", "Clerk's office");
        UnitView personnel = unit(UnitKind.PERSONNEL_UNIT, "งานการเจ้าหน้าที่", "Personnel unit");
        UnitView works = unit(UnitKind.DIVISION, "กองช่าง", "Works division");
        UnitView finance = unit(UnitKind.DIVISION, "กองคลัง", "Finance division");
        post("mayor", PostKind.MAYOR, "นายกองค์การบริหารส่วนตำบล", "Mayor", executive, false);
        post("deputy", PostKind.DEPUTY_MAYOR, "รองนายกองค์การบริหารส่วนตำบล", "Deputy mayor", executive, false);
        PostView chief = post(
                "chief",
                PostKind.CHIEF_ADMINISTRATOR,
                "ปลัดองค์การบริหารส่วนตำบล",
                "Chief administrator",
                clerks,
                false);
        hold("office", chief, true);
        post("office", PostKind.OFFICE_HEAD, "หัวหน้าสำนักปลัด", "Head of the clerk's office", clerks, false);
        post(
                "personnel",
                PostKind.PERSONNEL_HEAD,
                "หัวหน้างานการเจ้าหน้าที่",
                "Head of the personnel unit",
                personnel,
                false);
        post("works", PostKind.DIVISION_HEAD, "ผู้อำนวยการกองช่าง", "Head of works", works, false);
        post("engineer", PostKind.DIVISION_OFFICER, "นายช่างโยธาปฏิบัติงาน", "Civil works officer", works, false);
        post("engineer2", PostKind.DIVISION_OFFICER, "นายช่างโยธาปฏิบัติงาน", "Civil works officer", works, false);
        post("clerk", PostKind.INTAKE_CLERK, "นักจัดการงานทั่วไป", "General officer", clerks, false);
        post("typist", PostKind.DIVISION_OFFICER, "เจ้าพนักงานธุรการ", "Clerical officer", finance, false);
        post("finance", PostKind.DIVISION_HEAD, "ผู้อำนวยการกองคลัง", "Head of finance", finance, false);
    }

    @ParameterizedTest(name = "{0} / {1} / {2}: {3}; perhaps {4}")
    @CsvSource(textBlock = """
                    # name                | post                     | unit    | certainly    | perhaps
                    ''                    | นายก                     | ''      | mayor        | ''
                    ''                    | นายก อบต.                | ''      | mayor        | ''
                    ''                    | นายกอบต                  | ''      | mayor        | ''
                    ''                    | ท่านนายก                 | ''      | mayor        | ''
                    ''                    | นายกฯ                    | ''      | mayor        | ''
                    ''                    | นายก อบต.เขาหิน          | ''      | mayor        | ''
                    ''                    | นายก อบต.บ้านอื่น        | ''      | ''           | mayor
                    ''                    | the mayor                | ''      | mayor        | ''
                    นายก                  | ''                       | ''      | mayor        | ''
                    นายก อบต.             | ''                       | ''      | mayor        | ''
                    นายกบุญส่ง            | ''                       | ''      | ''           | mayor
                    นายบุญส่ง             | นายก                     | ''      | mayor        | ''
                    ''                    | รองนายก                  | ''      | ''           | deputy
                    ''                    | รองนายก อบต.             | ''      | deputy       | ''
                    ''                    | ปลัด                     | ''      | chief office | ''
                    ''                    | ปลัด อบต.                | ''      | chief office | ''
                    ''                    | Chief Administrator      | ''      | chief office | ''
                    ''                    | รักษาการปลัด             | ''      | office       | ''
                    ''                    | รักษาราชการแทนปลัด อบต.  | ''      | office       | ''
                    ''                    | acting chief administrator | ''    | office       | ''
                    ''                    | หัวหน้าสำนักปลัด         | ''      | office       | ''
                    ''                    | หน.สำนักปลัด             | ''      | office       | ''
                    ''                    | หน.สป.                   | ''      | office       | ''
                    ''                    | หัวหน้าสำนักงานปลัด      | ''      | office       | ''
                    ''                    | ผู้อำนวยการกองช่าง       | ''      | works        | ''
                    ''                    | ผอ.กองช่าง               | ''      | works        | ''
                    ''                    | ผอ กองช่าง               | ''      | works        | ''
                    ''                    | ผอ.                      | กองช่าง | works        | ''
                    ''                    | หัวหน้ากองช่าง           | ''      | ''           | works
                    ''                    | หัวหน้า                  | กองช่าง | ''           | works office personnel
                    ''                    | บอสกองช่าง               | ''      | ''           | works
                    ''                    | head of works division   | ''      | ''           | works
                    ''                    | director of the Finance Division | '' | ''        | finance
                    ''                    | ผู้อำนวยการ              | ''      | ''           | works finance
                    ''                    | นายช่างโยธา              | ''      | ''           | engineer engineer2
                    สมชาย                 | นายช่างโยธาปฏิบัติงาน    | ''      | engineer engineer2 | ''
                    นายสมชาย ดีพร้อม      | นายช่างโยธาปฏิบัติงาน    | ''      | engineer2    | ''
                    นาย ส.                | ''                       | กองช่าง | ''           | engineer2
                    นาย ส.                | นายช่างโยธา              | ''      | ''           | engineer engineer2
                    นาย ส.                | ''                       | ''      | ''           | ''
                    ช่างใหญ่ (ผอ.กองช่าง) | ผอ.กองช่าง               | ''      | works        | ''
                    นายอดีต เคยอยู่       | ''                       | ''      | left         | ''
                    นายชูชาติ หินแก้ว     | ''                       | ''      | works        | ''
                    ชูชาด หินแก้ว         | ''                       | ''      | ''           | works
                    Chuchart Hinkaew      | ''                       | ''      | ''           | works
                    ''                    | เจ้าหน้าที่              | ''      | ''           | ''
                    ''                    | พนักงาน                  | กองช่าง | ''           | ''
                    ''                    | คนขับรถ                  | ''      | ''           | ''
                    ไม่ทราบ               | ไม่ทราบ                  | ''      | ''           | ''
                    'ชูชาติ หินแก้ว, พรทิพย์ สินทรัพย์' | ''         | ''      | works finance | ''
                    นางพรทิพย์ สินทรัพย์ และนายสมชาย | ''            | ''      | finance      | engineer2
                    นายชูชาติ หินแก้วกับนางพรทิพย์ สินทรัพย์ | ''    | ''      | works finance | ''
                    Chuchat Hinkaeo and Phonthip Sinsap | ''         | ''      | works finance | ''
                    ปลัด/นายก             | ''                       | ''      | chief office mayor | ''
                    ''                    | ปลัดและผู้อำนวยการ       | ''      | chief office | works finance
                    หัวหน้าใหญ่ชูชาติ หินแก้วคนนั้น | ''             | ''      | ''           | works
                    ''                    | คนของชูชาติ หินแก้ว      | ''      | ''           | works
                    พี่พรทิพย์ การเงิน    | ''                       | ''      | ''           | finance
                    ป้าพรทิพย์ กองคลัง    | ''                       | ''      | ''           | finance
                    อาชูชาติ โยธา         | ''                       | ''      | ''           | works
                    พี่พรทิพย์ แก้วกล้า   | ''                       | ''      | ''           | ''
                    ''                    | เจ้าหน้าที่รับเรื่อง     | ''      | ''           | clerk
                    คนรับเรื่องร้องเรียน  | ''                       | ''      | ''           | clerk
                    ''                    | ธุรการ                   | ''      | ''           | clerk typist
                    ''                    | เจ้าหน้าที่ธุรการ        | ''      | ''           | clerk typist
                    """, delimiter = '|')
    void findsWhoIsMeant(String name, String post, String unit, String certain, String perhaps) {
        Content.Accused accused = new Content.Accused(given(name), given(post), given(unit), null);
        List<NameMatch> found = AccusedNames.matching(List.of(accused), List.of(), roster());
        assertThat(names(found, true)).as("certainly").isEqualTo(sorted(certain));
        TreeSet<String> probable = names(found, false);
        probable.removeAll(names(found, true));
        assertThat(probable).as("perhaps").isEqualTo(sorted(perhaps));
    }

    @ParameterizedTest(name = "{0}: perhaps {1}")
    @CsvSource(textBlock = """
                    นายก อบต. รับเงินใต้โต๊ะ                   | mayor
                    เมื่อวานท่านนายกรับเงินจากผู้รับเหมา       | mayor
                    เห็นนายกเทศมนตรีรับซอง                     | mayor
                    ปลัด อบต. สั่งให้แก้ราคากลาง               | chief office
                    ชาวบ้านจ่ายให้ท่านปลัดทุกเดือน             | chief office
                    ให้เงินหัวหน้าสำนักปลัดไปแล้ว              | office
                    หน.สำนักปลัด เรียกเงิน                     | office
                    หัวหน้าการเจ้าหน้าที่ขายตำแหน่ง            | personnel
                    ผอ.กองช่างตรวจรับงานทิพย์                  | works
                    เจ้าหน้าที่รับเรื่องร้องเรียนทิ้งเรื่อง    | clerk
                    เรียน นายก อบต. ขอร้องเรียนถนนชำรุด        | ''
                    กราบเรียน ท่านนายก ขอร้องเรียนถนนชำรุด     | ''
                    เรียน นายก อบต. ขอร้องเรียนปลัด อบต.       | chief office
                    นายกิตติรับเงินจากนายกมล                   | ''
                    ที่สำนักปลัด อบต. มีคนเรียกเงิน            | ''
                    ท่านปลัดอำเภอมาตรวจ                        | ''
                    กองช่างไม่มาซ่อมถนน                        | ''
                    """, delimiter = '|')
    void findsThePostsInTheTextButNotInItsSalutation(String text, String perhaps) {
        List<NameMatch> found = AccusedNames.matching(List.of(), List.of(text), roster());
        assertThat(names(found, true)).isEmpty();
        assertThat(names(found, false)).isEqualTo(sorted(perhaps));
    }

    @Test
    void whoeverIsChosenFromTheListIsMeantAndNobodyElse() {
        Content.Accused chosen = new Content.Accused(
                "นายสมชาย ดีพร้อม",
                "นายช่างโยธาปฏิบัติงาน",
                "กองช่าง",
                Objects.requireNonNull(PEOPLE.get("engineer2")).id());
        List<NameMatch> found = AccusedNames.matching(List.of(chosen), List.of(), roster());
        assertThat(names(found, true)).containsExactly("engineer2");
        assertThat(names(found, false)).isEmpty();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static TreeSet<String> sorted(String words) {
        return words.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(words.split(" ")));
    }

    private static TreeSet<String> names(List<NameMatch> found, boolean certain) {
        return found.stream()
                .filter(match -> match.likeness().certain() == certain)
                .map(match -> NAMES.get(match.person()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Roster roster() {
        return Roster.of(List.copyOf(PEOPLE.values()), Map.of(), IN_POST, "องค์การบริหารส่วนตำบลเขาหิน");
    }

    private static void person(String key, String nameTh, String nameEn) {
        PersonView person = new PersonView(PersonId.random(), key, nameTh, nameEn, "", "", true);
        PEOPLE.put(key, person);
        NAMES.put(person.id(), key);
    }

    private static UnitView unit(UnitKind kind, String th, String en) {
        return new UnitView(UnitId.random(), kind, th, en);
    }

    private static PostView post(String holder, PostKind kind, String th, String en, UnitView unit, boolean acting) {
        PostView post = new PostView(PostId.random(), kind, th, en, unit);
        hold(holder, post, acting);
        return post;
    }

    private static void hold(String holder, PostView post, boolean acting) {
        boolean serving = acting || post.kind() != PostKind.CHIEF_ADMINISTRATOR;
        IN_POST.add(new Holder(
                AppointmentId.random(),
                Objects.requireNonNull(PEOPLE.get(holder)),
                post,
                acting,
                "",
                LocalDate.of(2020, 1, 1),
                null,
                serving));
    }
}
