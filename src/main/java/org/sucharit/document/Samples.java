package org.sucharit.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made-up fields for each kind of paper. They show what a template looks like when it is filled, and they are at the
 * same time the list of what a template of the kind may name.
 */
final class Samples {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Map<DocumentKind, Fields> SAMPLES = read();

    private Samples() {}

    static Fields of(DocumentKind kind) {
        Fields sample = SAMPLES.get(kind);
        if (sample == null) {
            throw new IllegalStateException("No sample of " + kind);
        }
        return sample;
    }

    private static Map<DocumentKind, Fields> read() {
        JsonNode all = new JsonMapper().readTree(Wording.text("/documents/samples.json"));
        Map<DocumentKind, Fields> samples = new EnumMap<>(DocumentKind.class);
        for (DocumentKind kind : DocumentKind.values()) {
            boolean ofCase = kind != DocumentKind.PERIOD_MEMO
                    && kind != DocumentKind.COVER_LIST
                    && kind != DocumentKind.RECOVERY_SHEET;
            Fields fields = new Fields();
            Stream.of(ofCase ? "case" : "", kind.name())
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> fill(fields, all.required(part)));
            samples.put(kind, fields);
        }
        return samples;
    }

    private static Fields fill(Fields fields, JsonNode object) {
        object.properties().forEach(field -> put(fields, field.getKey(), field.getValue()));
        return fields;
    }

    private static void put(Fields fields, String name, JsonNode value) {
        if (value.isBoolean()) {
            fields.flag(name, value.booleanValue());
        } else if (value.isIntegralNumber()) {
            fields.number(name, value.longValue());
        } else if (value.isNumber()) {
            fields.money(name, new BigDecimal(value.asString()));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            List<Fields> rows = new ArrayList<>();
            value.forEach(row -> rows.add(fill(new Fields(), row)));
            fields.rows(name, rows);
        } else if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(line -> lines.add(line.stringValue()));
            fields.list(name, lines);
        } else if (DAY.matcher(value.stringValue()).matches()) {
            fields.date(name, LocalDate.parse(value.stringValue()));
        } else {
            fields.text(name, value.stringValue());
        }
    }
}
