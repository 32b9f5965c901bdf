package org.sucharit.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.sucharit.kernel.Problem;

/** Problems in the reader's words; days, instants and whole numbers among their arguments as the reader writes them. */
@Component
public class Problems {

    private static final Pattern ROW = Pattern.compile("\\[(\\d{1,4})]");

    private final MessageSource messages;
    private final Thai thai;

    Problems(MessageSource messages, Thai thai) {
        this.messages = messages;
        this.thai = thai;
    }

    public String text(Problem problem) {
        return text(problem.code(), problem.arguments());
    }

    /**
     * Field to message, in the order in which the problem names them; of several for one field the first. The messages
     * also stand together on top of the form, away from their labels, so one about an empty field says what is wanted.
     */
    public Map<String, String> fields(Problem problem) {
        Map<String, String> errors = new LinkedHashMap<>();
        problem.fields()
                .forEach(field -> errors.putIfAbsent(
                        field.field(), field.code().equals("required") ? wanted(field.field()) : text(field)));
        return errors;
    }

    /** By {@code required.} and the name of the field without its row, which is the message's argument. */
    private String wanted(String field) {
        Matcher row = ROW.matcher(field);
        Object[] number = row.find() ? new Object[] {thai.number(Integer.parseInt(row.group(1)) + 1)} : new Object[0];
        Locale locale = LanguageConfiguration.spoken(LocaleContextHolder.getLocale());
        String said = messages.getMessage("required." + row.replaceAll(""), number, null, locale);
        return said == null ? text("required", List.of()) : said;
    }

    /**
     * The form again, with what is wrong beside its fields ({@code errors}) or on top ({@code trouble}). The model must
     * already hold what the form needs, what was written included.
     *
     * @throws Problem the same, where no form may be shown: NOT_FOUND and FORBIDDEN
     */
    public ModelAndView again(String view, Model model, Problem problem) {
        if (problem.kind() == Problem.Kind.NOT_FOUND || problem.kind() == Problem.Kind.FORBIDDEN) {
            throw problem;
        }
        ModelAndView page = new ModelAndView(view, model.asMap(), status(problem.kind()));
        if (problem.fields().isEmpty()) {
            page.addObject("trouble", text(problem));
        } else {
            page.addObject("errors", fields(problem));
        }
        return page;
    }

    String text(Problem.Field field) {
        return text(field.code(), field.arguments());
    }

    String text(String code, List<Object> arguments) {
        Locale locale = LanguageConfiguration.spoken(LocaleContextHolder.getLocale());
        return messages.getMessage(
                "problem." + code, arguments.stream().map(this::asRead).toArray(), locale);
    }

    private Object asRead(Object argument) {
        return switch (argument) {
            case LocalDate day -> thai.date(day);
            case Instant instant -> thai.moment(instant);
            case Integer number -> thai.number(number);
            case Long number -> thai.number(number);
            default -> argument;
        };
    }

    static HttpStatus status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
