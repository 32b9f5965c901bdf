package org.sucharit.document.typesetting;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bundled faces for what the letters of a paper lack (SIL Open Font License 1.1), each read when first needed. */
enum Noto {
    SANS("NotoSans-Regular"),
    /** Drawn small on its body, as TH Sarabun is. */
    ARABIC("NotoNaskhArabic-Regular", 0.8f),
    LAO("NotoSansLao-Regular"),
    MYANMAR("NotoSansMyanmar-Regular"),
    KHMER("NotoSansKhmer-Regular"),
    SYMBOLS("NotoSansSymbols-Regular");

    /** The order in which single characters are looked for; letters of shaped scripts have one face each. */
    private static final List<Noto> FOR_CHARACTERS = List.of(SANS, SYMBOLS, ARABIC, MYANMAR, KHMER, LAO);

    private final Supplier<Face> face;

    Noto(String name) {
        this(name, Style.SARABUN_TO_TH_SARABUN);
    }

    Noto(String name, float scale) {
        this.face = new Once(name, scale);
    }

    /** One character from whichever face has it. */
    static @Nullable Glyph character(String text) {
        for (Noto noto : FOR_CHARACTERS) {
            Glyph glyph = noto.face.get().character(text);
            if (glyph != null) {
                return glyph;
            }
        }
        return null;
    }

    /** A letter with the marks on it as one glyph; null where no one face has all of it. */
    static @Nullable Glyph marked(String text) {
        for (Noto noto : FOR_CHARACTERS) {
            Glyph glyph = noto.face.get().shaped(text, 0, text.length(), false);
            if (glyph != null) {
                return glyph;
            }
        }
        return null;
    }

    /** A part of a word in a shaped script as one glyph; null where its face lacks something or nothing can shape it. */
    static @Nullable Glyph word(String text, int start, int end) {
        UnicodeScript script = UnicodeScript.of(text.codePointAt(start));
        return of(script).face.get().shaped(text, start, end, script == UnicodeScript.ARABIC);
    }

    private static Noto of(UnicodeScript script) {
        return switch (script) {
            case ARABIC -> ARABIC;
            case LAO -> LAO;
            case MYANMAR -> MYANMAR;
            case KHMER -> KHMER;
            default -> SANS;
        };
    }

    private static final class Once implements Supplier<Face> {

        private final String name;
        private final float scale;
        private volatile @Nullable Face face;

        Once(String name, float scale) {
            this.name = name;
            this.scale = scale;
        }

        @Override
        public Face get() {
            Face known = face;
            if (known == null) {
                synchronized (this) {
                    known = face == null ? Face.bundled(name, scale) : face;
                    face = known;
                }
            }
            return known;
        }
    }
}
