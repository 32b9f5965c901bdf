package org.sucharit.portal;

import static org.springframework.http.HttpHeaders.AUTHORIZATION;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.ReporterMessage;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Registered;
import org.sucharit.intake.Uploads;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;
import org.sucharit.vault.Receipt;

/** Reporting and following a case, for programs. */
@RestController
@RequestMapping(path = "/api/{org}/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports")
class ReportApi {

    static final String BY_RECEIPT = "receipt";

    private static final String SCHEME = "Receipt ";

    /**
     * @param entry base64 of the exact bytes of the register entry
     * @param receipt 28 digits; shown once and kept nowhere
     */
    record Accepted(String receipt, String registerNumber, LocalDate receivedOn, LocalDate dueOn, String entry) {}

    enum Side {
        REPORTER,
        OFFICE
    }

    /** @param size in bytes */
    record Attachment(UUID id, String name, long size) {}

    /** @param attachments what the office sent with it */
    record Message(Instant at, Side from, String text, List<Attachment> attachments) {}

    record Messages(List<Message> messages) {}

    record NewMessage(@Nullable String text) {}

    private final Submissions submissions;
    private final Correspondence correspondence;
    private final RegisterNumbers numbers;
    private final Problems problems;
    private final MessageSource messages;
    private final Rush rush;
    private final Time time;

    ReportApi(
            Submissions submissions,
            Correspondence correspondence,
            RegisterNumbers numbers,
            Problems problems,
            MessageSource messages,
            Rush rush,
            Time time) {
        this.submissions = submissions;
        this.correspondence = correspondence;
        this.numbers = numbers;
        this.problems = problems;
        this.messages = messages;
        this.rush = rush;
        this.time = time;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Report", operationId = "report")
    @ApiResponse(responseCode = "201", description = "In the register and on disk")
    ResponseEntity<Accepted> report(
            @PathVariable String org,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(description = "In a rush the first answer is 429 with a ticket; good once the wait is over")
                    @RequestHeader(name = "Report-Ticket", required = false)
                    @Nullable
                    String ticket,
            @Parameter(hidden = true) @RequestHeader(name = "Report-Effort", required = false) @Nullable String effort,
            @RequestBody ReportRequest request,
            HttpServletRequest caller,
            HttpServletResponse response,
            Locale locale) {
        HomeController.mustBeThere();
        IdempotencyKey own = key == null ? null : IdempotencyKey.of(key);
        List<Problem.Field> wrong = new ArrayList<>();
        RegisterComplaint complaint = request.complaint(time.today(), wrong);
        submissions.check(wrong, complaint);
        // What was taken already is answered at once, as on the page.
        Optional<Registered> before = submissions.answered(own, complaint, "");
        if (before.isEmpty()) {
            hold(caller.getRemoteAddr(), ticket, effort, response);
        }
        Registered registered = before.orElseGet(() -> submissions.register(own, complaint));
        if (before.isEmpty()) {
            rush.took(caller.getRemoteAddr());
        }
        return ResponseEntity.created(URI.create("/api/" + org + "/reports/current"))
                .body(new Accepted(
                        registered.forReporter().orElseThrow().digits(),
                        numbers.text(registered.number(), locale),
                        registered.receivedOn(),
                        registered.dueOn(),
                        Base64.getEncoder().encodeToString(registered.entry())));
    }

    private void hold(String address, @Nullable String ticket, @Nullable String effort, HttpServletResponse response) {
        rush.hold(address, ticket, effort).ifPresent(held -> {
            String seconds = String.valueOf(held.pause().toSeconds());
            response.setHeader("Report-Ticket", held.text());
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
            throw Problem.of(Problem.Kind.TOO_MANY, "rush.wait", held.pause().toSeconds());
        });
    }

    @GetMapping("/current")
    @Operation(summary = "Where the case stands", operationId = "follow")
    @SecurityRequirement(name = BY_RECEIPT)
    Standing follow(
            @PathVariable String org,
            @Parameter(hidden = true) @RequestHeader(name = AUTHORIZATION, required = false) @Nullable
                    String authorization,
            Locale locale) {
        CaseFile file = correspondence.follow(receipt(authorization));
        return Standing.of(file, numbers.text(file.number(), locale));
    }

    @GetMapping("/current/messages")
    @Operation(summary = "Messages both ways, the oldest first", operationId = "messages")
    @SecurityRequirement(name = BY_RECEIPT)
    Messages messages(
            @PathVariable String org,
            @Parameter(hidden = true) @RequestHeader(name = AUTHORIZATION, required = false) @Nullable
                    String authorization) {
        return new Messages(correspondence.messages(receipt(authorization)).stream()
                .map(ReportApi::message)
                .toList());
    }

    private static Message message(ReporterMessage message) {
        return new Message(
                message.at(),
                message.fromReporter() ? Side.REPORTER : Side.OFFICE,
                message.text(),
                message.files().stream()
                        .map(file -> new Attachment(file.id(), file.name(), file.size()))
                        .toList());
    }

    @PostMapping(path = "/current/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write to the office", operationId = "write")
    @SecurityRequirement(name = BY_RECEIPT)
    void write(
            @PathVariable String org,
            @Parameter(hidden = true) @RequestHeader(name = AUTHORIZATION, required = false) @Nullable
                    String authorization,
            @RequestBody NewMessage message) {
        Receipt receipt = receipt(authorization);
        correspondence.receive(
                receipt, message.text() == null ? "" : message.text().strip(), List.of());
    }

    @PostMapping(path = "/current/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Send files, up to 10 of 25 MB each; they arrive with a message", operationId = "attach")
    @SecurityRequirement(name = BY_RECEIPT)
    void attach(
            @PathVariable String org,
            @Parameter(hidden = true) @RequestHeader(name = AUTHORIZATION, required = false) @Nullable
                    String authorization,
            @RequestPart List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String text) {
        Receipt receipt = receipt(authorization);
        correspondence.follow(receipt);
        List<Problem.Field> wrong = new ArrayList<>();
        List<Upload> uploads = Uploads.read(files, wrong);
        if (uploads.isEmpty() && wrong.isEmpty()) {
            wrong.add(Problem.Field.of("files", "required"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        Object[] count = {Integer.toString(uploads.size())};
        correspondence.receive(
                receipt,
                text == null || text.isBlank()
                        ? messages.getMessage("portal.attached", count, Thai.THAI)
                        : text.strip(),
                uploads);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badKey(IdempotencyKey.Unusable key) {
        Problem problem =
                Problem.of(Problem.Kind.INVALID, "idempotency.key", IdempotencyKey.SHORTEST, IdempotencyKey.LONGEST);
        ProblemDetail body = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        body.setType(URI.create("urn:sucharit:problem:" + problem.code()));
        body.setTitle(problems.text(problem));
        return ResponseEntity.badRequest().body(body);
    }

    /** Without a receipt the caller is nobody; one that no case answers to is looked up, and not found. */
    static Receipt receipt(@Nullable String authorization) {
        HomeController.mustBeThere();
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            // Thai digits come as the bytes of UTF-8, which the container takes for Latin-1.
            byte[] typed = authorization.substring(SCHEME.length()).getBytes(StandardCharsets.ISO_8859_1);
            Optional<Receipt> receipt = Receipt.parse(new String(typed, StandardCharsets.UTF_8));
            if (receipt.isPresent()) {
                return receipt.get();
            }
        }
        throw new ReceiptWanted();
    }

    private static final class ReceiptWanted extends ErrorResponseException {

        ReceiptWanted() {
            super(HttpStatus.UNAUTHORIZED);
            getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip());
        }
    }
}
