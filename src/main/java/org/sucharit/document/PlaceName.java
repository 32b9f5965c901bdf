package org.sucharit.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a template may name.
 *
 * @param name as officers write it
 * @param use what to put into the template, tags and all
 * @param sample what would stand there
 */
public record PlaceName(String name, Use use, String written, String sample) {

    public enum Use {
        PLACE,
        LIST,
        CONDITION
    }

    static List<PlaceName> of(Fields sample) {
        List<PlaceName> names = new ArrayList<>();
        sample.values().forEach((field, value) -> {
            String name = Places.THAI.thai(field);
            switch (value) {
                case Fields.Value.Words words -> names.add(place(name, words.text()));
                case Fields.Value.Day day -> {
                    names.add(place(name, ThaiDates.full(day.date(), Digits.THAI)));
                    names.add(place(
                            name + "." + Places.THAI.thai("short"), ThaiDates.abbreviated(day.date(), Digits.THAI)));
                    names.add(place(name + "." + Places.THAI.thai("era"), ThaiDates.withEra(day.date(), Digits.THAI)));
                }
                case Fields.Value.Count count -> {
                    names.add(place(name, Digits.THAI.write(count.number())));
                    names.add(place(name + "." + Places.THAI.thai("words"), ThaiNumbers.words(count.number())));
                }
                case Fields.Value.Money money -> {
                    names.add(place(name, Digits.THAI.write(money.baht().toPlainString())));
                    names.add(place(name + "." + Places.THAI.thai("words"), ThaiNumbers.baht(money.baht())));
                }
                case Fields.Value.Flag flag -> names.add(around(name, Use.CONDITION, "…"));
                case Fields.Value.Lines lines -> names.add(around(name, Use.LIST, "{{.}}"));
                case Fields.Value.Rows rows -> {
                    StringBuilder within = new StringBuilder();
                    rows.rows()
                            .getFirst()
                            .names()
                            .forEach(field1 -> within.append("{{")
                                    .append(Places.THAI.thai(field1))
                                    .append("}} "));
                    names.add(around(name, Use.LIST, within.toString().strip()));
                }
            }
        });
        return names;
    }

    private static PlaceName place(String name, String sample) {
        return new PlaceName(name, Use.PLACE, "{{" + name + "}}", sample);
    }

    private static PlaceName around(String name, Use use, String within) {
        return new PlaceName(name, use, "{{#" + name + "}}" + within + "{{/" + name + "}}", "");
    }
}
