package org.sucharit.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/** What is public of a register, for programs. It tells who asks about a leaf nothing that the leaf does not. */
@RestController
@RequestMapping("/api/{org}/register")
@Tag(name = "Register")
class RegisterApi {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Checkpoints checkpoints;
    private final Time time;

    RegisterApi(Checkpoints checkpoints, Time time) {
        this.checkpoints = checkpoints;
        this.time = time;
    }

    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The last checkpoint (c2sp.org/tlog-checkpoint)", operationId = "checkpoint")
    @ApiResponse(responseCode = "404", description = "None is made yet; see Retry-After")
    ResponseEntity<String> checkpoint(@PathVariable String org) {
        mustBeThere();
        return text(checkpoints.latest().orElseThrow(this::later).note());
    }

    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The key by which checkpoints are checked (c2sp.org/signed-note)", operationId = "registerKey")
    ResponseEntity<String> key(@PathVariable String org) {
        mustBeThere();
        return text(checkpoints.key() + "\n");
    }

    /** @param leaf hex of SHA-256(0x00 ‖ entry) */
    @GetMapping(path = "/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "That an entry is in the register (c2sp.org/tlog-proof@v1)", operationId = "proof")
    @ApiResponse(responseCode = "404", description = "No checkpoint covers such an entry yet; see Retry-After")
    ResponseEntity<String> proof(@PathVariable String org, @RequestParam String leaf) {
        mustBeThere();
        return text(checkpoints.proof(hash(leaf)).orElseThrow(this::later).text());
    }

    /** Both are sizes of checkpoints, the earlier one first. */
    @GetMapping(path = "/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "That a checkpoint goes on from an earlier one (RFC 6962), hashes in base64",
            operationId = "consistency")
    List<String> consistency(@PathVariable String org, @RequestParam long from, @RequestParam long to) {
        mustBeThere();
        return checkpoints.consistency(from, to).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList();
    }

    static byte[] hash(String hex) {
        if (!hex.strip().matches("[0-9a-fA-F]{64}")) {
            throw Problem.invalid("leaf", "register.leaf");
        }
        return HexFormat.of().parseHex(hex.strip());
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }

    private static void mustBeThere() {
        if (CurrentOrganisation.find().isEmpty()) {
            throw Problem.notFound();
        }
    }

    private NotYet later() {
        return new NotYet(Duration.between(time.now(), checkpoints.next()));
    }

    /** The same for what will be covered by the next checkpoint and for what was never entered. */
    private static final class NotYet extends ErrorResponseException {

        NotYet(Duration wait) {
            super(HttpStatus.NOT_FOUND);
            getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        }
    }
}
