package org.sucharit.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.demo.Staffing;
import org.sucharit.demo.Staffing.Member;
import org.sucharit.demo.Staffing.Staff;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.FoundOrganisation;
import org.sucharit.organisation.OrganisationKind;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.Settings;
import org.sucharit.organisation.UnitKind;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;
import org.sucharit.vault.QuickPasswords;

/** An organisation with somebody in every post, founded anew for each test that asks. */
@TestComponent
@Import(QuickPasswords.class)
public class Town {

    public static final String PASSWORD = "a long enough password";

    /** One for each, for only one family bears a surname. */
    private static final List<String> SURNAMES = List.of(
            "ทดสอบกล้า",
            "ทดสอบขวัญ",
            "ทดสอบคำนึง",
            "ทดสอบงาม",
            "ทดสอบจิตดี",
            "ทดสอบชมชื่น",
            "ทดสอบดวงแก้ว",
            "ทดสอบตาลเดี่ยว",
            "ทดสอบทิพย์สุข",
            "ทดสอบนาเจริญ",
            "ทดสอบบัวทอง",
            "ทดสอบปัญญา",
            "ทดสอบพรหม",
            "ทดสอบฟ้าใส",
            "ทดสอบมณี");

    private static final List<Member> MEMBERS = members();

    private final Organisations organisations;
    private final Staffing staffing;
    private final Keyring keyring;
    private final TransactionTemplate transaction;

    Town(Organisations organisations, Staffing staffing, Keyring keyring, TransactionTemplate transaction) {
        this.organisations = organisations;
        this.staffing = staffing;
        this.keyring = keyring;
        this.transaction = transaction;
    }

    /** A founded organisation and the officers who signed in so far. */
    public final class Founded {

        public final OrganisationId id;
        public final String shortName;
        public final Staff staff;
        private final Map<String, Officer> signedIn = new HashMap<>();

        Founded(OrganisationId id, String shortName, Staff staff) {
            this.id = id;
            this.shortName = shortName;
            this.staff = staff;
        }

        /** The officer of this user name, signed in: clerk, clerk2, personnel, personnel2, legal, legal2, office, chief, mayor … */
        public Officer officer(String username) {
            return signedIn.computeIfAbsent(
                    username,
                    name -> in(
                            () -> keyring.signIn(staff.person(name), PASSWORD).orElseThrow()));
        }

        public Officer officer(PersonId person) {
            return officer(staff.people().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(person))
                    .findFirst()
                    .orElseThrow()
                    .getKey());
        }

        public <T> T in(Supplier<T> work) {
            return CurrentOrganisation.in(id, work);
        }

        public void run(Runnable work) {
            CurrentOrganisation.run(id, work);
        }
    }

    public Founded found() {
        return found("t" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** An organisation of these alone, of those whom {@link Founded#officer} names. */
    public Founded foundWith(String... usernames) {
        List<String> named = List.of(usernames);
        return found(
                "t" + UUID.randomUUID().toString().substring(0, 8),
                MEMBERS.stream()
                        .filter(member -> named.contains(member.username()))
                        .toList());
    }

    public Founded found(String shortName) {
        return found(shortName, MEMBERS);
    }

    private Founded found(String shortName, List<Member> members) {
        OrganisationId id = OrganisationId.random();
        Staff staff = CurrentOrganisation.in(
                id,
                () -> java.util.Objects.requireNonNull(transaction.execute(status -> {
                    organisations.found(new FoundOrganisation(
                            id,
                            shortName,
                            OrganisationKind.SUBDISTRICT,
                            "องค์การบริหารส่วนตำบลทดสอบ",
                            "Test Subdistrict",
                            Settings.DEFAULTS,
                            EnumSet.complementOf(EnumSet.of(ChannelKind.OTHER))));
                    return staffing.fill(members, LocalDate.of(2020, 1, 1), PASSWORD);
                })));
        return new Founded(id, shortName, staff);
    }

    private static List<Member> members() {
        List<Member> all = new ArrayList<>();
        add(all, "clerk", PostKind.INTAKE_CLERK, "เจ้าพนักงานธุรการ", UnitKind.CLERKS_OFFICE, "สำนักปลัด");
        add(all, "clerk2", PostKind.INTAKE_CLERK, "ผู้ช่วยเจ้าพนักงานธุรการ", UnitKind.CLERKS_OFFICE, "สำนักปลัด");
        add(
                all,
                "personnel",
                PostKind.PERSONNEL_HEAD,
                "หัวหน้างานการเจ้าหน้าที่",
                UnitKind.PERSONNEL_UNIT,
                "งานการเจ้าหน้าที่");
        add(
                all,
                "personnel2",
                PostKind.PERSONNEL_OFFICER,
                "นักทรัพยากรบุคคล",
                UnitKind.PERSONNEL_UNIT,
                "งานการเจ้าหน้าที่");
        add(all, "legal", PostKind.LEGAL_OFFICER, "นิติกรชำนาญการ", UnitKind.CLERKS_OFFICE, "สำนักปลัด");
        add(all, "legal2", PostKind.LEGAL_OFFICER, "นิติกรปฏิบัติการ", UnitKind.CLERKS_OFFICE, "สำนักปลัด");
        add(all, "office", PostKind.OFFICE_HEAD, "หัวหน้าสำนักปลัด", UnitKind.CLERKS_OFFICE, "สำนักปลัด");
        add(
                all,
                "chief",
                PostKind.CHIEF_ADMINISTRATOR,
                "ปลัดองค์การบริหารส่วนตำบล",
                UnitKind.CLERKS_OFFICE,
                "สำนักปลัด");
        add(all, "mayor", PostKind.MAYOR, "นายกองค์การบริหารส่วนตำบล", UnitKind.EXECUTIVE, "คณะผู้บริหาร");
        add(all, "deputy", PostKind.DEPUTY_MAYOR, "รองนายกองค์การบริหารส่วนตำบล", UnitKind.EXECUTIVE, "คณะผู้บริหาร");
        add(all, "council", PostKind.COUNCIL_MEMBER, "สมาชิกสภาองค์การบริหารส่วนตำบล", UnitKind.COUNCIL, "สภา");
        add(all, "works", PostKind.DIVISION_HEAD, "ผู้อำนวยการกองช่าง", UnitKind.DIVISION, "กองช่าง");
        add(all, "works2", PostKind.DIVISION_OFFICER, "นายช่างโยธา", UnitKind.DIVISION, "กองช่าง");
        add(all, "finance", PostKind.DIVISION_HEAD, "ผู้อำนวยการกองคลัง", UnitKind.DIVISION, "กองคลัง");
        add(all, "admin", PostKind.ADMINISTRATOR, "ผู้ดูแลระบบ", UnitKind.CLERKS_OFFICE, "สำนักปลัด");
        return List.copyOf(all);
    }

    private static void add(
            List<Member> all, String username, PostKind post, String title, UnitKind unit, String unitName) {
        all.add(new Member(
                username,
                "นาย" + username + " " + SURNAMES.get(all.size()),
                username,
                post,
                title,
                post + " " + username,
                unit,
                unitName,
                unitName));
    }
}
