package org.sucharit.organisation;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Folds a person's name, so that the ways in which people write one name become one text. */
public final class PersonName {

    /** One or more abbreviated ranks or degrees: "พ.ต.ท.", "ว่าที่ ร.ต.", "ผศ.ดร.", "น.ส.". */
    private static final Pattern ABBREVIATED = Pattern.compile("^(?:ว่าที่\\s*)?(?:[ก-ฮ]{1,4}\\.\\s*)+(?:หญิง\\s*)?");

    /** A rank written out: the longer before the shorter that it begins with. */
    private static final Pattern RANK = Pattern.compile("^(?:ว่าที่\\s*)?"
            + "(?:(?:พล|พัน|ร้อย)ตำรวจ(?:ตรี|โท|เอก)|จ่าสิบตำรวจ|ดาบตำรวจ|สิบตำรวจ(?:ตรี|โท|เอก)"
            + "|(?:พัน|ร้อย|เรือ|นาวา|นาวาอากาศ|เรืออากาศ|พันจ่าอากาศ|พันจ่า|จ่าอากาศ|จ่าสิบ|สิบ|จ่า)(?:ตรี|โท|เอก))"
            + "\\s*(?:หญิง\\s*)?");

    private static final Pattern TITLE =
            Pattern.compile("^(?:นางสาว|นาง|นาย|เด็กชาย|เด็กหญิง|คุณ|(?:mrs|mr|ms|miss|dr)(?:\\.\\s*|\\s+))");

    /** "ร.น." after the name of a naval officer. */
    private static final Pattern NAVY = Pattern.compile("\\s*ร\\.\\s*น\\.\\s*$");

    /** A tone mark typed after the round part of สระอำ rather than before it; they look the same. */
    private static final Pattern TONE_AFTER_NIKHAHIT = Pattern.compile("\u0E4D([\u0E48-\u0E4B])\u0E32");

    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private PersonName() {}

    /** The name without title or rank, spaces, punctuation, case and invisible characters; may be empty. */
    public static String key(String name) {
        return folded(withoutTitle(name));
    }

    /**
     * Every key under which somebody called so may be kept. A name may begin with what looks like a title (นางนวล,
     * written without one), so the whole of it is tried too. Empty where nothing of a name is left.
     */
    public static Set<String> keys(String name) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key(name));
        keys.add(folded(name));
        keys.remove("");
        return keys;
    }

    /** What follows the title or rank, in small letters. */
    public static String withoutTitle(String name) {
        String rest = name.strip().toLowerCase(Locale.ROOT);
        rest = NAVY.matcher(rest).replaceFirst("");
        rest = ABBREVIATED.matcher(rest).replaceFirst("");
        rest = RANK.matcher(rest).replaceFirst("");
        return TITLE.matcher(rest).replaceFirst("");
    }

    private static String folded(String name) {
        String letters = NOT_OF_A_NAME
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return TONE_AFTER_NIKHAHIT.matcher(letters).replaceAll("$1\u0E4D\u0E32");
    }
}
