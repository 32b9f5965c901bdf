package org.sucharit.document.typesetting;

import com.ibm.icu.util.BytesTrie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of the Thai dictionary that comes with ICU (Unicode License), as its trie has them.
 *
 * @see <a href="https://github.com/unicode-org/icu/blob/main/icu4c/source/common/dictionarydata.h">its format</a>
 */
final class ThaiWords {

    private static final String DICTIONARY = "/com/ibm/icu/impl/data/icudata/brkitr/thaidict.dict";
    private static final int TRIE_OFFSET = 0;
    private static final int TRIE_END = 3;
    private static final int TRIE_TYPE = 4;
    private static final int TRANSFORM = 5;
    private static final int BYTES_TRIE = 0;
    private static final int FIRST_CHARACTER = 0x1FFFFF;

    private ThaiWords() {}

    /** In the order of their characters. */
    static List<String> all() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(read());
        int header = file.getShort(0);
        int[] indexes = new int[8];
        file.slice(header, 32).asIntBuffer().get(indexes);
        if ((indexes[TRIE_TYPE] & 7) != BYTES_TRIE) {
            throw new IOException("A dictionary of another kind: " + indexes[TRIE_TYPE]);
        }
        byte[] trie = new byte[indexes[TRIE_END] - indexes[TRIE_OFFSET]];
        file.get(header + indexes[TRIE_OFFSET], trie);
        int first = indexes[TRANSFORM] & FIRST_CHARACTER;
        List<String> words = new ArrayList<>();
        for (BytesTrie.Entry entry : new BytesTrie(trie, 0)) {
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < entry.bytesLength(); i++) {
                word.appendCodePoint(first + Byte.toUnsignedInt(entry.byteAt(i)));
            }
            words.add(word.toString());
        }
        return words;
    }

    private static byte[] read() throws IOException {
        try (InputStream in = ThaiWords.class.getResourceAsStream(DICTIONARY)) {
            if (in == null) {
                throw new IOException("No dictionary in ICU: " + DICTIONARY);
            }
            return in.readAllBytes();
        }
    }
}
