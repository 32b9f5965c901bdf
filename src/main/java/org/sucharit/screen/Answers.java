package org.sucharit.screen;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindingResult;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.sucharit.kernel.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Makes the answer for each way in which a request can fail. */
@Component
class Answers {

    private final Problems problems;
    private final MessageSource messages;
    private final DataSize largestFile;
    private final DataSize largestBody;

    Answers(
            Problems problems,
            MessageSource messages,
            @Value("${sucharit.upload.largest-file}") DataSize largestFile,
            @Value("${sucharit.largest-body}") DataSize largestBody) {
        this.problems = problems;
        this.messages = messages;
        this.largestFile = largestFile;
        this.largestBody = largestBody;
    }

    /** Whether a program asked, not a person at a browser. */
    static boolean wantsJson(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return path.startsWith(request.getContextPath() + "/api/")
                || (accept != null && accept.contains("json") && !accept.contains("html"));
    }

    /** The answer as the one who asked can read it: JSON or a page. */
    static Object to(HttpServletRequest request, Answer answer) {
        return wantsJson(request) ? answer.asJson() : answer.asPage();
    }

    Answer of(Problem problem) {
        return new Answer(
                Problems.status(problem.kind()),
                HttpHeaders.EMPTY,
                problem.code(),
                problems.text(problem),
                problems.fields(problem));
    }

    /** For a failure that is known by its status only. */
    Answer of(HttpStatusCode status, HttpHeaders headers) {
        if (status.value() == HttpStatus.NOT_FOUND.value()) {
            Answer notFound = of(Problem.notFound());
            return new Answer(notFound.status(), headers, notFound.code(), notFound.text(), notFound.fields());
        }
        if (status.value() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return tooLarge();
        }
        String code = switch (status.value()) {
            case 401, 403, 405, 406, 415, 429, 503 -> "status." + status.value();
            default -> status.is5xxServerError() ? "status.500" : "status.400";
        };
        return new Answer(status, headers, code, problems.text(code, List.of()), Map.of());
    }

    Answer tooLarge() {
        return of(Problem.of(Problem.Kind.TOO_LARGE, "upload.tooLarge", largestFile.toMegabytes()));
    }

    Answer bodyTooLarge() {
        return of(Problem.of(Problem.Kind.TOO_LARGE, "body.tooLarge", largestBody.toKilobytes()));
    }

    /** For a value in the address that its converter refused, in the converter's words where it has some. */
    Answer wrongParameter(MethodArgumentTypeMismatchException wrong) {
        return badRequest(
                wrong.getRootCause() instanceof Problem problem
                        ? problem
                        : Problem.invalid(wrong.getName(), "parameter.wrong"));
    }

    Answer missingParameter(String name) {
        return badRequest(Problem.invalid(name, "parameter.missing"));
    }

    /** For a form or JSON that its validation refused. */
    Answer of(BindingResult binding) {
        Map<String, String> fields = new LinkedHashMap<>();
        binding.getFieldErrors()
                .forEach(error -> fields.putIfAbsent(
                        error.getField(),
                        error.isBindingFailure()
                                ? problems.text("parameter.wrong", List.of())
                                : messages.getMessage(
                                        error, LanguageConfiguration.spoken(LocaleContextHolder.getLocale()))));
        return new Answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                HttpHeaders.EMPTY,
                "invalid",
                problems.text("invalid", List.of()),
                fields);
    }

    /** For a body that could not be read as the JSON expected. */
    Answer unreadable(Throwable unreadable) {
        return switch (unreadable.getCause()) {
            case StreamReadException malformed -> badRequest(Problem.of(Problem.Kind.INVALID, "json.malformed"));
            case JacksonException wrong when wrong.getCause() instanceof Problem problem -> of(problem);
            case UnrecognizedPropertyException unknown ->
                badRequest(Problem.invalid(path(unknown), "json.unknownField"));
            case InvalidFormatException notAChoice
            when notAChoice.getTargetType().isEnum() ->
                badRequest(Problem.invalid(
                        path(notAChoice),
                        "json.notAChoice",
                        Arrays.stream(notAChoice.getTargetType().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))));
            case JacksonException wrong
            when !wrong.getPath().isEmpty() -> badRequest(Problem.invalid(path(wrong), "json.wrongType"));
            case JacksonException malformed -> badRequest(Problem.of(Problem.Kind.INVALID, "json.malformed"));
            case null, default -> badRequest(Problem.of(Problem.Kind.INVALID, "json.missing"));
        };
    }

    /** A request that cannot be understood is 400; one that is understood and refused is 422. */
    private Answer badRequest(Problem problem) {
        Answer answer = of(problem);
        return new Answer(HttpStatus.BAD_REQUEST, answer.headers(), answer.code(), answer.text(), answer.fields());
    }

    /** Such as {@code accused[0].name}. */
    private static String path(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
