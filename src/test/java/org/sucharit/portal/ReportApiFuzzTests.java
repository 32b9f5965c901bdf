package org.sucharit.portal;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * Whatever is sent to the public API as a report is registered or refused with a reason, and never breaks anything. Runs
 * over the kept seeds; with {@code -Pfuzz} it looks for new ones.
 */
class ReportApiFuzzTests extends PortalTest {

    @FuzzTest(maxDuration = "1m")
    void answersAnything(byte[] body) throws Exception {
        HttpResponse<String> answer = report(body);
        boolean registered = answer.statusCode() == 201;
        boolean refused = answer.statusCode() >= 400
                && answer.statusCode() < 500
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        if (!registered && !refused) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** The connection of the test itself is none that what was sent could have led to. */
    private HttpResponse<String> report(byte[] body) throws Exception {
        try (SilentCloseable own = BugDetectors.allowNetworkConnections((host, port) -> port == this.port)) {
            return send(request("/api/" + town.shortName + "/reports")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body)));
        }
    }
}
