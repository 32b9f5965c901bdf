package org.sucharit.portal;

import static org.springframework.http.HttpHeaders.AUTHORIZATION;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Kind;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Registered;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.partner.Partner;
import org.sucharit.partner.PartnerKeys;
import org.sucharit.partner.PartnerReports;
import org.sucharit.partner.Scope;
import org.sucharit.partner.Stage;
import org.sucharit.vault.Vault;

/** Reports from another agency's system, and where they stand, for whoever holds a key of the administrator's. */
@RestController
@RequestMapping(path = "/api/{org}/partner/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Partners")
class PartnerApi {

    static final String BY_KEY = "partnerKey";

    private static final String SCHEME = "Bearer ";

    /** @param reference the partner's own number for it: letters, digits and {@code . _ / -}, at most 64 */
    record PartnerReport(
            @Nullable String reference,
            @Nullable Kind kind,
            @Nullable String subject,
            @Nullable String details,
            @Nullable LocalDate occurredOn,
            @Nullable String place,
            @Nullable List<ReportRequest.@Nullable Accused> accused,
            ReportRequest.@Nullable From reporter) {

        ReportRequest report() {
            return new ReportRequest(kind, subject, details, occurredOn, place, accused, reporter);
        }
    }

    /**
     * @param receipt for the reporter, who follows the case by it; shown once and kept nowhere
     * @param entry base64 of the exact bytes of the register entry
     */
    record PartnerAccepted(
            String reference,
            String receipt,
            String registerNumber,
            LocalDate receivedOn,
            LocalDate dueOn,
            String entry) {}

    record PartnerStanding(
            String reference, String registerNumber, Stage state, LocalDate receivedOn, LocalDate dueOn) {}

    private final PartnerKeys keys;
    private final PartnerReports reports;
    private final Submissions submissions;
    private final CaseFiles cases;
    private final Vault vault;
    private final RegisterNumbers numbers;
    private final Time time;

    PartnerApi(
            PartnerKeys keys,
            PartnerReports reports,
            Submissions submissions,
            CaseFiles cases,
            Vault vault,
            RegisterNumbers numbers,
            Time time) {
        this.keys = keys;
        this.reports = reports;
        this.submissions = submissions;
        this.cases = cases;
        this.vault = vault;
        this.numbers = numbers;
        this.time = time;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Report on behalf of somebody who came to another agency", operationId = "partnerReport")
    @ApiResponse(responseCode = "201", description = "In the register and on disk")
    @SecurityRequirement(name = BY_KEY)
    ResponseEntity<PartnerAccepted> report(
            @PathVariable String org,
            @Parameter(hidden = true) @RequestHeader(name = AUTHORIZATION, required = false) @Nullable
                    String authorization,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody PartnerReport request,
            Locale locale) {
        Partner partner = partner(authorization, Scope.REPORT);
        List<Problem.Field> wrong = new ArrayList<>();
        String reference = request.reference() == null ? "" : request.reference();
        if (!PartnerReports.REFERENCE.matcher(reference).matches()) {
            wrong.add(Problem.Field.of("reference", "partner.reference"));
        }
        RegisterComplaint complaint = from(partner, request.report().complaint(time.today(), wrong));
        IdempotencyKey called = key == null ? null : idempotency(key, partner);
        Registered registered = submissions
                .answered(called, complaint, reference)
                .orElseGet(() -> register(partner, called, complaint, reference, wrong));
        return accepted(org, reference, registered, locale);
    }

    /** Counted only now: whoever did not hear the first answer is given it again, also where the day is used up. */
    private Registered register(
            Partner partner,
            @Nullable IdempotencyKey called,
            RegisterComplaint complaint,
            String reference,
            List<Problem.Field> wrong) {
        keys.count(partner);
        submissions.check(wrong, complaint);
        return submissions.register(
                called,
                complaint,
                reference,
                receipt -> reports.link(partner, reference, vault.find(receipt).orElseThrow()));
    }

    private ResponseEntity<PartnerAccepted> accepted(
            String org, String reference, Registered registered, Locale locale) {
        return ResponseEntity.created(URI.create("/api/" + org + "/partner/reports?reference=" + reference))
                .body(new PartnerAccepted(
                        reference,
                        registered.forReporter().orElseThrow().digits(),
                        numbers.text(registered.number(), locale),
                        registered.receivedOn(),
                        registered.dueOn(),
                        Base64.getEncoder().encodeToString(registered.entry())));
    }

    @GetMapping
    @Operation(summary = "Where a report of one's own stands", operationId = "partnerFollow")
    @SecurityRequirement(name = BY_KEY)
    PartnerStanding follow(
            @PathVariable String org,
            @Parameter(hidden = true) @RequestHeader(name = AUTHORIZATION, required = false) @Nullable
                    String authorization,
            @RequestParam String reference,
            Locale locale) {
        Partner partner = partner(authorization, Scope.FOLLOW);
        keys.count(partner);
        CaseId id = reports.find(partner, reference).orElseThrow(Problem::notFound);
        CaseFile file = cases.file(id);
        return new PartnerStanding(
                reference,
                numbers.text(file.number(), locale),
                Stage.of(file.state()),
                file.receivedOn(),
                file.dueOn());
    }

    private static RegisterComplaint from(Partner partner, RegisterComplaint complaint) {
        return new RegisterComplaint(
                complaint.kind(),
                ChannelKind.OTHER,
                complaint.receivedOn(),
                complaint.subject(),
                complaint.details(),
                complaint.occurredOn(),
                complaint.place(),
                Map.of(Particular.SOURCE, partner.name()),
                complaint.reporter(),
                complaint.accused(),
                complaint.keptOut(),
                complaint.protectionAsked(),
                complaint.uploads(),
                null);
    }

    private static IdempotencyKey idempotency(String key, Partner partner) {
        try {
            return IdempotencyKey.of(key, partner.id());
        } catch (IdempotencyKey.Unusable e) {
            throw Problem.of(Problem.Kind.INVALID, "idempotency.key", IdempotencyKey.SHORTEST, IdempotencyKey.LONGEST);
        }
    }

    private Partner partner(@Nullable String authorization, Scope scope) {
        HomeController.mustBeThere();
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return keys.letIn(authorization.substring(SCHEME.length()).strip(), scope)
                    .orElseThrow(KeyWanted::new);
        }
        throw new KeyWanted();
    }

    private static final class KeyWanted extends ErrorResponseException {

        KeyWanted() {
            super(HttpStatus.UNAUTHORIZED);
            getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip());
        }
    }
}
