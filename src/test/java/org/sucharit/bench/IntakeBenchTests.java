package org.sucharit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.Intake;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.register.Register;
import org.sucharit.testing.TlsIdentity;
import org.sucharit.testing.Town;
import org.sucharit.vault.SealingCost;

/**
 * How many complaints a second are registered, beside how often a second the bare engine runs its smallest process, on
 * one database in one run. Holds that nothing fails and that no number is missing or double, never a time.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Town.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class IntakeBenchTests {

    private static final int HOLDERS = 6;
    private static final int SHEETS = 3;

    private static final String REPORT =
            """
            {"kind": "CORRUPTION", "subject": "การเบิกค่าน้ำมันเชื้อเพลิงไม่ตรงกับการใช้งานจริง",
             "details": "%s", "place": "โรงจอดรถ",
             "accused": [{"name": "นายผู้ใด ไม่มีตัวตน", "position": "พนักงานขับรถ", "unit": "กองช่าง"}],
             "reporter": {"mode": "CONFIDENTIAL", "name": "นายสมมุติ ตั้งใจดี", "phone": "080-000-0000"}}\
            """.formatted("มีการเบิกค่าน้ำมันของรถบรรทุกน้ำทั้งที่รถจอดซ่อมอยู่ที่อู่ ".repeat(20));

    private static final TlsIdentity TLS = TlsIdentity.create();

    @DynamicPropertySource
    static void tls(DynamicPropertyRegistry properties) {
        properties.add("server.ssl.key-store", () -> TLS.keyStore().toString());
        properties.add("server.ssl.key-store-password", () -> TlsIdentity.PASSWORD);
        properties.add("server.ssl.key-store-type", () -> "PKCS12");
    }

    @Autowired
    Town towns;

    @Autowired
    Intake intake;

    @Autowired
    Register register;

    @Autowired
    Time time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Value("${local.server.port}")
    int port;

    Town.Founded town;

    abstract String database();

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @AfterAll
    static void tell() throws IOException {
        Results.tell();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    @Order(1)
    void theBareEngine(int clients) throws Exception {
        try (RawEngine engine = new RawEngine(dataSource)) {
            Load.Rate rate = Load.run(clients, engine::once);
            Results.rate(database(), "bare engine", rate);
            assertNoFailure(rate);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    @Order(2)
    void registeringAComplaint(int clients) throws Exception {
        RegisterComplaint complaint = complaint();
        Callable<?> once = () -> CurrentOrganisation.in(town.id, () -> intake.register(complaint));
        Load.Rate rate = Load.run(clients, once);
        Results.rate(database(), "registering a complaint", rate);
        assertNoFailure(rate);
        assertNoGap();
    }

    /** By TLS, as behind no proxy: from one person who holds the key of a case to all of a whole office. */
    @ParameterizedTest
    @CsvSource({"1, clerk", "4, clerk", "16, clerk", "1, everybody", "4, everybody", "16, everybody"})
    @Order(3)
    void reportingOverTls(int clients, String office) throws Exception {
        town = office.equals("everybody") ? town : towns.foundWith(office);
        HttpRequest report = HttpRequest.newBuilder(
                        URI.create("https://localhost:" + port + "/api/" + town.shortName + "/reports"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(REPORT))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(TLS.context()).build()) {
            Load.Rate rate = Load.run(clients, () -> {
                HttpResponse<String> answer = client.send(report, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 201) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                return answer;
            });
            Results.rate(database(), "report over TLS, holders: " + holders(), rate);
            assertNoFailure(rate);
        }
        assertNoGap();
    }

    /** For how many people the key of a case was wrapped, as the database has it. */
    private long holders() {
        return jdbc.sql("""
            select count(*) from case_grant where case_id =
                (select id from case_file where organisation_id = ? order by number fetch first 1 row only)\
            """).param(town.id.value()).query(Long.class).single();
    }

    @Test
    @Order(4)
    void sealingAComplaint() throws Exception {
        SealingCost sealing = new SealingCost(HOLDERS, SHEETS);
        Results.value(
                database(),
                "sealing for " + HOLDERS + " holders and " + SHEETS + " sheets",
                "cpuMillis",
                cpuMillis(sealing::once));
    }

    /** Processor time of one call on one thread, the mean over many after a warm-up. */
    private static double cpuMillis(Callable<?> once) throws Exception {
        long[] cpu = new long[1];
        long[] calls = new long[1];
        Load.Rate rate = Load.run(1, () -> {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Object done = once.call();
            if (++calls[0] > 200) { // the first ones pay for the compiler
                cpu[0] += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            }
            return done;
        });
        assertNoFailure(rate);
        return cpu[0] / 1e6 / (calls[0] - 200);
    }

    private static void assertNoFailure(Load.Rate rate) {
        if (rate.firstFailure() != null) {
            throw new AssertionError(rate.failures() + " failed, the first so:", rate.firstFailure());
        }
    }

    private record Numbered(long cases, long numbers, long highest) {}

    /** The register numbers run from 1 to their count, and the chain of the register holds. */
    private void assertNoGap() {
        Numbered numbered = jdbc.sql("""
            select count(*) as cases, count(distinct number) as numbers, max(number) as highest
            from case_file where organisation_id = ?\
            """)
                .param(town.id.value())
                .query((row, n) -> new Numbered(row.getLong("cases"), row.getLong("numbers"), row.getLong("highest")))
                .single();
        long cases = numbered.cases();
        assertThat(cases).isPositive();
        assertThat(numbered).isEqualTo(new Numbered(cases, cases, cases));
        assertThat(town.in(register::firstFault)).isEmpty();
        assertThat(jdbc.sql("select count(*) from act_ru_task where tenant_id_ = ?")
                        .param(town.id.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(cases);
    }

    private RegisterComplaint complaint() {
        return new RegisterComplaint(
                Kind.CORRUPTION,
                ChannelKind.WEB,
                time.today(),
                "การเบิกค่าน้ำมันเชื้อเพลิงไม่ตรงกับการใช้งานจริง",
                "มีการเบิกค่าน้ำมันของรถบรรทุกน้ำทั้งที่รถจอดซ่อมอยู่ที่อู่ ".repeat(20),
                time.today().minusDays(3),
                "โรงจอดรถ",
                Map.of(),
                new Reporter.Confidential(new Reporter.Identity("นายสมมุติ ตั้งใจดี", null, "080-000-0000", null)),
                List.of(new Content.Accused("นายผู้ใด ไม่มีตัวตน", "พนักงานขับรถ", "กองช่าง", null)),
                Set.of(),
                false,
                List.of(),
                null);
    }
}
