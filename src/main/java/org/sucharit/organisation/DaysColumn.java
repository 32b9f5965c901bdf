package org.sucharit.organisation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers of days in one column, parted by commas. */
@Converter
class DaysColumn implements AttributeConverter<List<Integer>, String> {

    private static final Pattern COMMA = Pattern.compile(",");

    @Override
    public String convertToDatabaseColumn(List<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public List<Integer> convertToEntityAttribute(String column) {
        return column.isEmpty()
                ? List.of()
                : COMMA.splitAsStream(column).map(Integer::valueOf).toList();
    }
}
