package org.sucharit.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.sucharit.register.audit.Inspection;
import org.sucharit.register.tree.Checkpoint;
import org.sucharit.register.tree.InclusionProof;
import org.sucharit.register.tree.Naive;
import org.sucharit.register.tree.Tree;

/** What is published of a register, and the ways in which somebody may try to make it say something else. */
abstract class CheckpointsTests extends CheckpointTest {

    private MvcResult ask(String address) throws Exception {
        return mvc.perform(get("/api/" + town.shortName + "/register/" + address))
                .andReturn();
    }

    private static String body(MvcResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void growsByTheSameAmountWhateverHappened() {
        long size = nextTurn().size();
        List<Long> grown = new ArrayList<>();
        for (int entered : new int[] {0, 1, 7, 0, 15, 16}) {
            Collections.nCopies(entered, null).forEach(none -> enter());
            long now = nextTurn().size();
            grown.add(now - size);
            size = now;
        }
        assertThat(grown).containsOnly(16L);
        Collections.nCopies(17, null).forEach(none -> enter());
        assertThat(nextTurn().size() - size).isEqualTo(32);
        assertThat(faults()).isEmpty();
    }

    @Test
    void makesOneOnlyInATurnHoweverManyTry() throws Exception {
        nextTurn();
        enter();
        clock.windTo(clock.instant().plus(TURN.multipliedBy(30))); // and one only after weeks without power
        Callable<Optional<MadeCheckpoint>> node = () -> checkpoints.make(town.id);
        List<Optional<MadeCheckpoint>> made = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (var one : nodes.invokeAll(Collections.nCopies(8, node))) {
                made.add(one.get());
            }
        }
        assertThat(made.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(checkpoints.make(town.id)).isEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void provesEveryEntryOfEveryCheckpointAndTheWayBetweenThem() {
        List<byte[]> entries = new ArrayList<>();
        List<Checkpoint> made = new ArrayList<>();
        for (int turn = 0; turn < 9; turn++) {
            for (int n = 0; n < turn * 5 % 19; n++) {
                entries.add(enter());
            }
            made.add(Checkpoint.parse(nextTurn().note()).orElseThrow());
        }
        Checkpoint last = made.getLast();
        town.run(() -> {
            for (byte[] entry : entries) {
                InclusionProof proof = checkpoints.proof(Chain.hash(entry)).orElseThrow();
                assertThat(Naive.rootBy(Chain.hash(entry), proof.index(), last.size(), proof.path()))
                        .isEqualTo(last.root());
                assertThat(proof.holds(Chain.hash(entry), checkpoints.key())).isTrue();
                assertThat(Chain.link(entry).orElseThrow().seq()).isEqualTo(proof.index());
            }
            for (Checkpoint from : made) {
                for (Checkpoint to : made) {
                    if (from.size() <= to.size()) {
                        assertThat(Naive.goesOn(
                                        from.size(),
                                        to.size(),
                                        from.root(),
                                        to.root(),
                                        checkpoints.consistency(from.size(), to.size())))
                                .isTrue();
                    }
                }
            }
            assertThatThrownBy(() -> checkpoints.consistency(1, last.size())).hasMessageContaining("register.size");
            assertThatThrownBy(() -> checkpoints.consistency(last.size(), 16)).hasMessageContaining("register.size");
        });
        assertThat(faults()).isEmpty();
    }

    @Test
    void answersForAnEntryNotYetCoveredAsForOneThatNeverWas() throws Exception {
        MvcResult none = ask("checkpoint");
        assertThat(none.getResponse().getStatus()).isEqualTo(404);
        assertThat(none.getResponse().getHeader("Retry-After")).as(body(none)).isNotNull();
        nextTurn();
        byte[] entry = enter();
        MvcResult waiting = ask("proof?leaf=" + leaf(entry));
        MvcResult unknown = ask("proof?leaf=" + "ab".repeat(32));
        // A padding leaf, which an outsider cannot tell from a real one, is not found either.
        MvcResult padding = ask(
                "proof?leaf=" + HexFormat.of().formatHex(keys.padding(town.id).apply(15)));
        assertThat(List.of(waiting, unknown, padding)).allSatisfy(answer -> {
            assertThat(answer.getResponse().getStatus()).isEqualTo(404);
            assertThat(Long.parseLong(answer.getResponse().getHeader("Retry-After")))
                    .isBetween(1L, TURN.toSeconds() + 1);
            assertThat(answer.getResponse().getContentType()).isEqualTo("application/problem+json");
            assertThat(body(answer)).isEqualTo(body(unknown));
        });
        nextTurn();
        MvcResult covered = ask("proof?leaf=" + leaf(entry));
        assertThat(covered.getResponse().getStatus()).isEqualTo(200);
        assertThat(body(covered)).startsWith("c2sp.org/tlog-proof@v1\nindex ");
        assertThat(covered.getResponse().getContentType()).startsWith("text/plain");
    }

    @Test
    void publishesWhatTheContractSays() throws Exception {
        MadeCheckpoint first = nextTurn();
        MadeCheckpoint second = nextTurn();
        assertThat(body(ask("checkpoint"))).isEqualTo(second.note());
        assertThat(body(ask("key")).strip())
                .isEqualTo(town.in(checkpoints::key).toString())
                .startsWith("sucharit/" + town.shortName + "/" + town.id + "+");
        assertThat(body(ask("consistency?from=" + first.size() + "&to=" + second.size())))
                .startsWith("[\"");
        assertThat(ask("consistency?from=3&to=" + second.size()).getResponse().getStatus())
                .isEqualTo(422);
        assertThat(ask("consistency?from=x&to=1").getResponse().getStatus()).isEqualTo(400);
        assertThat(ask("proof?leaf=xyz").getResponse().getStatus()).isEqualTo(422);
        assertThat(body(mvc.perform(get("/v3/api-docs")).andReturn()))
                .contains("/api/{org}/register/checkpoint", "/api/{org}/register/consistency");
    }

    @Test
    void tellsAnybodyWhetherAProofHolds() throws Exception {
        byte[] entry = enter();
        nextTurn();
        String proof =
                town.in(() -> checkpoints.proof(Chain.hash(entry)).orElseThrow().text());
        assertThat(page(leaf(entry), proof)).contains("รายการนี้อยู่ในทะเบียน");
        assertThat(page(leaf(entry), "")).contains("รายการนี้อยู่ในทะเบียน");
        assertThat(page(Base64.getEncoder().encodeToString(entry), proof)).contains("รายการนี้อยู่ในทะเบียน");
        assertThat(page("ab".repeat(32), proof)).contains("หลักฐานนี้ไม่ถูกต้อง");
        assertThat(page(leaf(enter()), "")).contains("ยังไม่มีการรับรองที่ครอบคลุมรายการนี้");
        assertThat(page(leaf(entry), "something else")).contains("ไม่ใช่ไฟล์หลักฐาน", "something else");
        assertThat(page("", "")).contains("error-summary");
    }

    private String page(String leaf, String proof) throws Exception {
        return body(mvc.perform(post("/" + town.shortName + "/register")
                        .param("leaf", leaf)
                        .param("proof", proof)
                        .locale(Locale.of("th")))
                .andReturn());
    }

    /** Whoever writes to the database, knows the format and even the digests of rows makes a whole other register. */
    @Test
    void aRegisterWrittenAnewIsFoundByItsCheckpoints() throws Exception {
        byte[] entry = enter();
        enter();
        MadeCheckpoint kept = nextTurn();
        String proof =
                town.in(() -> checkpoints.proof(Chain.hash(entry)).orElseThrow().text());
        assertThat(faults()).isEmpty();
        long gone = Chain.link(entry).orElseThrow().seq();
        rewrite(gone);
        assertThat(town.in(register::firstFault)).contains(kept.size());
        assertThat(faults()).contains("ROOT_DIFFERS " + kept.size());
        // They give the checkpoint another root too, but cannot sign it.
        Checkpoint forged = new Checkpoint(
                Checkpoint.parse(kept.note()).orElseThrow().origin(), kept.size(), Tree.root(nodesNow(), kept.size()));
        jdbc.update(
                "update register_checkpoint set root = ?, note = ? where organisation_id = ? and size = ?",
                forged.root(),
                kept.note()
                        .replace(
                                Base64.getEncoder().encodeToString(kept.root()),
                                Base64.getEncoder().encodeToString(forged.root())),
                town.id.value(),
                kept.size());
        assertThat(faults()).contains("SIGNATURE_WRONG " + kept.size());
        // Whoever kept the proof sees it too, and the page says so.
        assertThat(page(leaf(entry), proof)).contains("หลักฐานถูกต้อง แต่ทะเบียนถูกเปลี่ยน");
    }

    /** Somebody who puts back an old copy of the database is found by whoever kept a checkpoint. */
    @Test
    void aRegisterCutBackIsFoundByAWitness() {
        enter();
        nextTurn();
        Map<String, @Nullable Object> head =
                jdbc.queryForMap("select size, hash from register_head where organisation_id = ?", town.id.value());
        MadeCheckpoint witnessed = nextTurn();
        jdbc.update(
                "delete from register_checkpoint where organisation_id = ? and size = ?",
                town.id.value(),
                witnessed.size());
        assertThat(faults()).isNotEmpty();
        jdbc.update(
                "update register_head set size = ?, hash = ? where organisation_id = ?",
                head.get("size"),
                head.get("hash"),
                town.id.value());
        assertThat(faults()).isEmpty();
        assertThat(inspection.everything(
                        town.id,
                        new Inspection.Outside(
                                List.of(Checkpoint.parse(witnessed.note()).orElseThrow()), null)))
                .extracting(fault -> fault.kind() + " " + fault.what())
                .containsExactly("WITNESS_DIFFERS " + witnessed.size());
    }

    @Test
    void anyColumnOfACheckpointThatIsChangedIsNamed() {
        enter();
        MadeCheckpoint first = nextTurn();
        nextTurn();
        for (String change : List.of(
                "previous_size = 1",
                "padded_from = 1",
                "made_at = made_at + interval '1' second",
                "root = digest",
                "nodes = digest",
                "digest = root",
                "note = 'x'",
                "size = size + 1")) {
            transaction.executeWithoutResult(status -> {
                jdbc.update(
                        "update register_checkpoint set " + change + " where organisation_id = ? and size = ?",
                        town.id.value(),
                        first.size());
                assertThat(faults()).as(change).isNotEmpty();
                status.setRollbackOnly();
            });
        }
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "delete from register_checkpoint where organisation_id = ? and size = ?",
                    town.id.value(),
                    first.size());
            assertThat(faults()).contains("CHECKPOINT_MISSING " + first.size());
            status.setRollbackOnly();
        });
        assertThat(faults()).isEmpty();
    }

    @Test
    void signsNothingOverAnEntryThatIsGone() {
        byte[] entry = enter();
        enter();
        jdbc.update(
                "delete from register_entry where organisation_id = ? and seq = ?",
                town.id.value(),
                Chain.link(entry).orElseThrow().seq());
        assertThatThrownBy(this::nextTurn).hasMessageContaining("is missing");
    }

    /** Takes an entry out and chains all the others anew, as one who knows the format would. */
    private void rewrite(long gone) {
        jdbc.update("delete from register_entry where organisation_id = ? and seq = ?", town.id.value(), gone);
        byte[] previous = Chain.START;
        long seq = 0;
        List<Map<String, @Nullable Object>> rows = jdbc.queryForList(
                "select seq, entry from register_entry where organisation_id = ? order by seq", town.id.value());
        for (Map<String, @Nullable Object> row : rows) {
            Chain.Link link = Chain.link((byte[]) Objects.requireNonNull(row.get("entry")))
                    .orElseThrow();
            byte[] entry = Chain.entry(link.version(), town.id, seq, previous, link.commitment());
            previous = Chain.hash(entry);
            jdbc.update(
                    "update register_entry set seq = ?, entry = ?, hash = ? where organisation_id = ? and seq = ?",
                    seq,
                    entry,
                    previous,
                    town.id.value(),
                    row.get("seq"));
            jdbc.update(
                    "update register_rows set seq = ? where organisation_id = ? and seq = ?",
                    seq,
                    town.id.value(),
                    row.get("seq"));
            seq++;
        }
        jdbc.update("update register_head set hash = ? where organisation_id = ?", previous, town.id.value());
        jdbc.update("update register_checkpoint set padded_from = ? where organisation_id = ?", seq, town.id.value());
    }

    private Tree.Nodes nodesNow() {
        Map<Long, byte[]> leaves = jdbc
                .queryForList("select seq, hash from register_entry where organisation_id = ?", town.id.value())
                .stream()
                .collect(Collectors.toMap(row -> ((Number) Objects.requireNonNull(row.get("seq"))).longValue(), row ->
                        (byte[]) Objects.requireNonNull(row.get("hash"))));
        return (level, index) -> {
            List<byte[]> range = new ArrayList<>();
            for (long n = index << level; n < (index + 1) << level; n++) {
                byte[] leaf = leaves.get(n);
                range.add(leaf == null ? keys.padding(town.id).apply(n) : leaf);
            }
            return Naive.root(range);
        };
    }
}
