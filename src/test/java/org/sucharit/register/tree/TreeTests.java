package org.sucharit.register.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the vectors of Certificate Transparency, and a tree made and proved in the simplest way there is. */
class TreeTests {

    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final int MOST = 70;

    private final List<byte[]> leaves = new ArrayList<>();

    TreeTests() {
        Random random = new Random(6962);
        for (int n = 0; n < MOST; n++) {
            byte[] leaf = new byte[32];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
    }

    private Tree.Nodes nodes(List<byte[]> of) {
        return (level, index) -> Naive.root(of.subList((int) (index << level), (int) ((index + 1) << level)));
    }

    @Test
    void agreesWithTheKnownRoots() {
        List<byte[]> known = LEAVES.stream()
                .map(hex -> Tree.leaf(HexFormat.of().parseHex(hex)))
                .toList();
        Frontier frontier = new Frontier((level, index, hash) -> {});
        for (int size = 1; size <= known.size(); size++) {
            frontier.add(known.get(size - 1));
            assertThat(HexFormat.of().formatHex(Tree.root(nodes(known.subList(0, size)), size)))
                    .isEqualTo(ROOTS.get(size - 1));
            assertThat(HexFormat.of().formatHex(frontier.root())).isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(Tree.root(nodes(List.of()), 0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void provesEveryLeafOfEverySizeAndNoOther() {
        for (int size = 1; size <= MOST; size++) {
            byte[] root = Naive.root(leaves.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<byte[]> path = Tree.inclusion(nodes(leaves), index, size);
                assertThat(Naive.rootBy(leaves.get(index), index, size, path)).isEqualTo(root);
                assertThat(Tree.includes(leaves.get(index), index, size, path, root))
                        .isTrue();
                assertThat(Tree.includes(leaves.get((index + 1) % MOST), index, size, path, root))
                        .isFalse();
                assertThat(Tree.includes(leaves.get(index), index + 1, size, path, root))
                        .isFalse();
                if (!path.isEmpty()) {
                    assertThat(Tree.includes(leaves.get(index), index, size, path.subList(1, path.size()), root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void provesThatEverySizeGoesOnFromEverySmallerOne() {
        for (int to = 1; to <= MOST; to++) {
            for (int from = 1; from <= to; from++) {
                List<byte[]> proof = Tree.consistency(nodes(leaves), from, to);
                byte[] before = Naive.root(leaves.subList(0, from));
                byte[] after = Naive.root(leaves.subList(0, to));
                assertThat(Naive.goesOn(from, to, before, after, proof))
                        .as(from + "-" + to)
                        .isTrue();
                if (from < to) {
                    assertThat(Naive.goesOn(from, to, leaves.getFirst(), after, proof))
                            .isEqualTo(from == 1);
                }
            }
        }
    }

    @Test
    void goesOnWithATreeAndWithWholeSubtrees() {
        for (int from = 0; from <= MOST; from++) {
            Frontier frontier = new Frontier((level, index, hash) -> {}, from, nodes(leaves));
            int size = from;
            while (size < MOST) {
                int level = Math.min(
                        Integer.numberOfTrailingZeros(size == 0 ? 64 : size),
                        31 - Integer.numberOfLeadingZeros(MOST - size));
                frontier.add(level, Naive.root(leaves.subList(size, size + (1 << level))));
                size += 1 << level;
            }
            assertThat(frontier.root()).isEqualTo(Naive.root(leaves));
        }
    }

    /** The example of Go's package {@code golang.org/x/mod/sumdb/note}. */
    @Test
    void believesANoteThatAnotherProgramSigned() {
        VerifierKey key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
                .orElseThrow();
        String note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """;
        assertThat(key.signed(note)).isTrue();
        assertThat(key.signed(note.replace("answer", "Answer"))).isFalse();
        assertThat(VerifierKey.parse(key.toString().replace("c74f20a3", "c74f20a4")))
                .isEmpty();
    }

    @Test
    void signsACheckpointThatItsOwnKeyAloneConfirms() {
        SigningKey key = new SigningKey("sucharit/kaohin/x", new byte[32]);
        Checkpoint checkpoint = new Checkpoint("sucharit/kaohin/x", 64, leaves.getFirst());
        String note = key.sign(checkpoint);
        assertThat(note).startsWith("sucharit/kaohin/x\n64\n").contains("\n\n— sucharit/kaohin/x ");
        assertThat(Checkpoint.parse(note)).contains(checkpoint);
        assertThat(key.verifier().signed(note)).isTrue();
        assertThat(key.verifier().signed(note.replace("\n64\n", "\n65\n"))).isFalse();
        assertThat(VerifierKey.parse(key.verifier().toString())).contains(key.verifier());
        byte[] other = "another seed of thirty-two bytes".getBytes(StandardCharsets.UTF_8);
        assertThat(new SigningKey("sucharit/kaohin/x", other).verifier().signed(note))
                .isFalse();
    }

    @Test
    void readsAProofBackAndRefusesWhatIsNone() {
        SigningKey key = new SigningKey("o", new byte[32]);
        byte[] root = Naive.root(leaves);
        InclusionProof proof = new InclusionProof(
                5, Tree.inclusion(nodes(leaves), 5, MOST), key.sign(new Checkpoint("o", MOST, root)));
        InclusionProof read = InclusionProof.parse(proof.text()).orElseThrow();
        assertThat(read.text()).isEqualTo(proof.text());
        assertThat(read.holds(leaves.get(5), key.verifier())).isTrue();
        assertThat(read.holds(leaves.get(6), key.verifier())).isFalse();
        assertThat(InclusionProof.parse(proof.text().replace("index 5", "index 05")))
                .isEmpty();
        assertThat(InclusionProof.parse(proof.text().replace("index 5", "extra YQ==\nindex 5")))
                .isPresent();
        assertThat(InclusionProof.parse("anything")).isEmpty();
        assertThat(InclusionProof.parse("")).isEmpty();
    }
}
