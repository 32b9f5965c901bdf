package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Upload;
import org.sucharit.examination.Sent;
import org.sucharit.intake.OfficeMessages;
import org.sucharit.kernel.Problem;
import org.sucharit.register.Act;
import org.sucharit.register.Checkpoints;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.register.tree.InclusionProof;
import org.sucharit.register.tree.VerifierKey;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Receipt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A copy is unpacked with Java's own tools and each of its claims is checked again from nothing but its files. */
@OnH2
@AutoConfigureMockMvc
@Import(Browsing.class)
class CopiesTests extends WalkTests {

    private static final String REPORTER = "นายผู้แจ้ง ไม่มีที่อยู่";
    private static final byte[] SENT = "สิ่งที่แนบมา".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Browsing browser;

    @Autowired
    Register register;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    OfficeMessages messages;

    private Town.Founded town;
    private Walk walk;

    @BeforeEach
    void oneCase() {
        town = towns.found();
        walk = States.reach(walks, town, CaseState.INVESTIGATING);
        town.run(() -> walks.correspondence.receive(
                walk.receipt().orElseThrow(),
                "มีหลักฐานเพิ่ม",
                List.of(Upload.of("../../etc/passwd ภาพถ่าย.txt", "text/plain", SENT))));
        town.run(() -> walks.investigations.note(town.officer("legal"), walk.id(), "บันทึกของเจ้าหน้าที่ QNOTE"));
        town.run(() -> walks.investigations.interview(
                town.officer("legal"), walk.id(), "พยาน QWITNESS", walks.time.today(), "คำให้การ"));
        town.run(() -> walks.correspondence.write(town.officer("personnel"), walk.id(), "ตอบผู้แจ้ง QANSWER"));
    }

    private static MultiValueMap<String, String> fields(String... pairs) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (int n = 0; n < pairs.length; n += 2) {
            fields.add(pairs[n], pairs[n + 1]);
        }
        return fields;
    }

    private String at(String rest) {
        return "/" + town.shortName + "/desk/cases/" + walk.id() + "/export" + rest;
    }

    private Map<String, byte[]> court(String identity) throws Exception {
        return unpacked(browser.send(
                town.officer("personnel"),
                at(""),
                fields("recipient", "ศาลอาญาคดีทุจริต", "reason", "หมายเรียก", "identity", identity)));
    }

    private Map<String, byte[]> subject() throws Exception {
        return unpacked(browser.send(town.officer("personnel"), at("/subject"), fields("reason", "แสดงใบรับ")));
    }

    private static Map<String, byte[]> unpacked(MvcResult answer) throws Exception {
        assertThat(Browsing.status(answer)).as(Browsing.body(answer)).isEqualTo(200);
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/zip");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .matches("attachment; filename=\"sucharit-[0-9a-z-]+\\.zip\"");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName())
                        .matches("[A-Za-z0-9._/-]+")
                        .doesNotContain("..")
                        .doesNotStartWith("/");
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        return JsonMapper.shared().readTree(files.get(name));
    }

    private static byte[] decoded(JsonNode node, String field) {
        return Base64.getDecoder().decode(node.get(field).asString());
    }

    private static String all(Map<String, byte[]> files) {
        StringBuilder all = new StringBuilder();
        files.forEach((name, bytes) -> all.append(name).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString();
    }

    @Test
    void everyFileIsListedWithItsDigestAndTheListIsSigned() throws Exception {
        for (Map<String, byte[]> files : List.of(court("true"), court("false"), subject())) {
            JsonNode listed = json(files, "manifest.json").get("files");
            Map<String, String> sums = new LinkedHashMap<>();
            for (JsonNode file : listed) {
                byte[] bytes = files.get(file.get("name").asString());
                assertThat(bytes.length).isEqualTo(file.get("size").asInt());
                assertThat(HexFormat.of().formatHex(sha256(bytes)))
                        .isEqualTo(file.get("sha256").asString());
                sums.put(file.get("name").asString(), file.get("sha256").asString());
            }
            assertThat(sums.keySet())
                    .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                            .filter(name -> !name.startsWith("manifest.") && !name.equals("key.pem"))
                            .toList());
            String pem = new String(files.get("key.pem"), StandardCharsets.US_ASCII);
            assertThat(Browsing.body(browser.open(town.officer("legal"), "/api/" + town.shortName + "/export/key")))
                    .isEqualTo(pem);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(
                            Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")))));
            signature.update(files.get("manifest.json"));
            assertThat(signature.verify(files.get("manifest.sig"))).isTrue();
            Entry exported = last(Act.EXPORTED, files);
            assertThat(exported.detail()).endsWith(HexFormat.of().formatHex(sha256(files.get("manifest.json"))));
        }
    }

    private Entry last(Act act, Map<String, byte[]> files) throws Exception {
        String digest = HexFormat.of().formatHex(sha256(files.get("manifest.json")));
        return town.in(() -> register.ofCase(walk.id())).stream()
                .filter(entry ->
                        entry.act() == act && String.valueOf(entry.detail()).endsWith(digest))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void forACourtEveryLeafOpensTheEntryOfTheRegisterThatFiledIt() throws Exception {
        Map<String, byte[]> files = court("true");
        List<String> committed = new ArrayList<>();
        for (JsonNode leaf : json(files, "evidence/leaves.json")) {
            byte[] commitment = sha256(decoded(leaf, "salt"), decoded(leaf, "content"));
            assertThat(leaf.get("commitment").asString())
                    .isEqualTo(HexFormat.of().formatHex(commitment));
            committed.add(Base64.getEncoder().encodeToString(sha256(commitment)));
        }
        int opened = 0;
        byte[] previous = null;
        for (JsonNode entry : json(files, "evidence/register.json")) {
            String[] lines = new String(decoded(entry, "entry"), StandardCharsets.UTF_8).split("\n");
            byte[] done = decoded(entry, "done");
            assertThat(lines[4]).isEqualTo(Base64.getEncoder().encodeToString(sha256(decoded(entry, "salt"), done)));
            String content = new String(done, StandardCharsets.UTF_8).split("\n")[6];
            assertThat(new String(done, StandardCharsets.UTF_8))
                    .contains(entry.get("act").asString());
            if (!content.equals("-")) {
                opened += committed.contains(content) ? 1 : 0;
            }
            previous = decoded(entry, "entry");
        }
        assertThat(previous).isNotNull();
        assertThat(opened).isGreaterThan(5);
        assertThat(all(files)).contains("QNOTE", "QWITNESS", "QANSWER", REPORTER);
        assertThat(files.values()).anyMatch(bytes -> Arrays.equals(bytes, SENT));
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("documents/") && name.endsWith(".pdf"));
    }

    @Test
    void forACourtEachEntryIsProvenToBeInTheSignedTree() throws Exception {
        checkpoints.make(town.id);
        Map<String, byte[]> files = court("false");
        VerifierKey key = VerifierKey.parse(new String(files.get("evidence/register-key.txt"), StandardCharsets.UTF_8))
                .orElseThrow();
        int proven = 0;
        for (JsonNode entry : json(files, "evidence/register.json")) {
            byte[] proof = files.get("evidence/proofs/" + entry.get("seq").asString() + ".tlog-proof");
            if (proof != null) {
                byte[] leaf = sha256(new byte[] {0}, decoded(entry, "entry"));
                assertThat(InclusionProof.parse(new String(proof, StandardCharsets.UTF_8))
                                .orElseThrow()
                                .holds(leaf, key))
                        .isTrue();
                proven++;
            }
        }
        assertThat(proven).isGreaterThan(5);
    }

    @Test
    void saysWhoReportedOnlyWhenAskedAndThenAsEveryOpening() throws Exception {
        long before = town.in(() -> walks.always.acts(walk.id(), Act.IDENTITY_OPENED));
        assertThat(all(court("false"))).doesNotContain(REPORTER);
        assertThat(town.in(() -> walks.always.acts(walk.id(), Act.IDENTITY_OPENED)))
                .isEqualTo(before);
        assertThat(all(court("true"))).contains(REPORTER);
        assertThat(town.in(() -> walks.always.acts(walk.id(), Act.IDENTITY_OPENED)))
                .isEqualTo(before + 1);
        assertThat(town.in(() -> walks.correspondence.messages(walk.receipt().orElseThrow())))
                .anyMatch(message -> message.text().contains("หมายเรียก"));
    }

    @Test
    void givesTheReporterWhatIsTheirsAndNothingOfOthers() throws Exception {
        Map<String, byte[]> files = subject();
        String all = all(files);
        assertThat(all).contains("มีหลักฐานเพิ่ม", "QANSWER", REPORTER, "สิ่งที่แนบมา");
        assertThat(all).doesNotContain("QNOTE", "QWITNESS", "finance");
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("evidence/"));
        assertThat(Browsing.body(browser.open(town.officer("personnel"), at("/subject"))))
                .contains("passwd");
    }

    @Test
    void refusesWithAReasonThatIsKept() throws Exception {
        MvcResult empty = browser.send(town.officer("personnel"), at("/subject/refuse"), fields("refusal", " "));
        assertThat(Browsing.status(empty)).isEqualTo(422);
        MvcResult refused =
                browser.send(town.officer("personnel"), at("/subject/refuse"), fields("refusal", "จะเปิดเผยพยาน"));
        assertThat(Browsing.status(refused)).isEqualTo(302);
        assertThat(town.in(
                        () -> walks.cases.open(town.officer("legal"), walk.id()).all(Content.AccessRefused.class)))
                .extracting(filed -> filed.content().reason())
                .containsExactly("จะเปิดเผยพยาน");
        assertThat(town.in(() -> walks.always.acts(walk.id(), Act.ACCESS_REFUSED)))
                .isOne();
    }

    @Test
    void wantsAReasonAndAGrant() throws Exception {
        assertThat(Browsing.status(
                        browser.send(town.officer("personnel"), at(""), fields("recipient", "ศาล", "reason", ""))))
                .isEqualTo(422);
        assertThat(Browsing.status(
                        browser.send(town.officer("finance"), at(""), fields("recipient", "ศาล", "reason", "อยากรู้"))))
                .isEqualTo(404);
        assertThat(town.in(() -> walks.always.acts(walk.id(), Act.EXPORTED))).isZero();
        Problem hidden = catchThrowableOfType(
                Problem.class, () -> town.run(() -> walks.cases.open(town.officer("finance"), walk.id())));
        assertThat(hidden.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void isCheckedWithTheToolsThatItsReadmeNames(@TempDir Path folder) throws Exception {
        for (Map.Entry<String, byte[]> file : court("false").entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
        assertThat(run(folder, "sha256sum", "-c", "SHA256SUMS"))
                .doesNotContain("FAILED")
                .contains("index.html: OK");
        assertThat(run(
                        folder,
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "key.pem",
                        "-rawin",
                        "-in",
                        "manifest.json",
                        "-sigfile",
                        "manifest.sig"))
                .contains("Signature Verified Successfully");
    }

    private static String run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** The court sees the file as the office has it; whoever was sent it what they were sent, without its author. */
    @Test
    void filesToTheReporterGoAlongAsEachHasThem() throws Exception {
        byte[] memo = Sent.pdf(1);
        town.run(() -> messages.send(
                town.officer("personnel"),
                walk.id(),
                "ส่งบันทึก",
                List.of(Upload.of("ตอบ.pdf", "application/pdf", memo))));
        assertThat(court("false").values()).anyMatch(bytes -> Arrays.equals(bytes, memo));
        assertThat(all(court("false"))).contains("สำเนาที่ตัดข้อมูลผู้จัดทำออกแล้ว");
        Map<String, byte[]> subject = subject();
        assertThat(all(subject)).contains("ตอบ.pdf").doesNotContain(Sent.SECRET);
        Receipt receipt = walk.receipt().orElseThrow();
        UUID file = town.in(() -> walks.correspondence.messages(receipt)).stream()
                .flatMap(message -> message.files().stream())
                .findFirst()
                .orElseThrow()
                .id();
        byte[] given = town.in(() -> walks.correspondence.file(receipt, file)).bytes();
        assertThat(subject.values()).anyMatch(bytes -> Arrays.equals(bytes, given));
        assertThat(subject.values()).noneMatch(bytes -> Arrays.equals(bytes, memo));
    }
}
