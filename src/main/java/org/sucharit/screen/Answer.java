package org.sucharit.screen;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/**
 * The answer to a request that failed, in the reader's words, before it takes the form of a page or of JSON.
 *
 * @param code what failed, stable across languages: a problem's code, or {@code status.<number>}
 * @param fields field to message
 */
record Answer(HttpStatusCode status, HttpHeaders headers, String code, String text, Map<String, String> fields) {

    /** One member of {@code errors} in the JSON answer. */
    record FieldText(String field, String message) {}

    /** As {@code application/problem+json} (RFC 9457), with {@code errors} where fields are wrong. */
    ResponseEntity<ProblemDetail> asJson() {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("urn:sucharit:problem:" + code));
        body.setTitle(text);
        if (!fields.isEmpty()) {
            List<FieldText> errors = fields.entrySet().stream()
                    .map(entry -> new FieldText(entry.getKey(), entry.getValue()))
                    .toList();
            body.setProperty("errors", errors);
        }
        return ResponseEntity.status(status).headers(headers).body(body);
    }

    ModelAndView asPage() {
        String view = switch (status.value()) {
            case 403 -> "error/403";
            case 404 -> "error/404";
            default -> status.is5xxServerError() ? "error/5xx" : "error/4xx";
        };
        ModelAndView page = new ModelAndView(view, Map.of("text", text, "errors", fields));
        page.setStatus(status);
        return page;
    }
}
