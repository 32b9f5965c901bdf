package org.sucharit.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;

/**
 * A server with the screens and nothing behind them: pages that show every piece, and addresses that fail in every way.
 * A test names it together with a component of the application, or Spring would start the whole application beside it.
 */
@TestConfiguration
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@ComponentScan(basePackages = "org.sucharit.kernel")
@Import({
    Answers.class,
    ErrorPages.class,
    LanguageConfiguration.class,
    ParentPage.class,
    ProblemAdvice.class,
    Problems.class,
    TemplateConfiguration.class,
    Thai.class,
    UploadFilter.class,
    ScreenServer.Showcase.class,
    ScreenServer.Failures.class
})
class ScreenServer {

    /** Noon of 20 November 2026 in Thailand. */
    static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

    @Bean
    SecurityFilterChain openToAll(HttpSecurity http, WoundClock clock) {
        clock.windTo(NOON);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/closed")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**", "/upload"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self';"
                                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")))
                .build();
    }

    enum Kind {
        CORRUPTION,
        GRIEVANCE
    }

    record Form(
            @Nullable String subject,
            @Nullable String details,
            @Nullable Kind kind,
            @Nullable ThaiDateField receivedOn) {}

    @Controller
    static class Showcase {

        private final Problems problems;
        private final Time time;

        Showcase(Problems problems, Time time) {
            this.problems = problems;
            this.time = time;
        }

        @GetMapping({"/showcase", "/test/desk/showcase"})
        String officer(Model model, HttpServletRequest request) {
            fill(model, new Form("", "", Kind.CORRUPTION, ThaiDateField.of(time.today())), request);
            model.addAttribute("done", "บันทึกเรื่องแล้ว เลขรับ ๔๕/๒๕๗๐");
            return "showcase";
        }

        @PostMapping("/showcase")
        ModelAndView send(Form form, Model model, HttpServletRequest request) {
            fill(model, form, request);
            return problems.again(
                    "showcase",
                    model,
                    Problem.invalid(List.of(
                            Problem.Field.of("subject", "parameter.missing"),
                            Problem.Field.of("details", "parameter.missing"),
                            Problem.Field.of("kind", "parameter.wrong"),
                            Problem.Field.of("receivedOn", "date.invalid"),
                            Problem.Field.of("truth", "parameter.missing"))));
        }

        @GetMapping("/showcase/public")
        String people(Model model) {
            model.addAttribute("form", new Form("", "", null, new ThaiDateField("31", "2", "2569")));
            return "showcase-public";
        }

        private void fill(Model model, Form form, HttpServletRequest request) {
            new Shell(
                            "องค์การบริหารส่วนตำบลทดสอบ",
                            "/test",
                            new Shell.Officer("นางสาวทดสอบ ระบบดี", "หัวหน้าสำนักปลัด รักษาราชการแทนปลัด"))
                    .on(request);
            LocalDate today = time.today();
            model.addAttribute("form", form)
                    .addAttribute("today", today)
                    .addAttribute("due", today.plusDays(12))
                    .addAttribute(
                            "crumbs",
                            List.of(new Link("โต๊ะงาน", "/showcase"), new Link("เรื่องที่ฉันถืออยู่", "/showcase")))
                    .addAttribute(
                            "tabs",
                            List.of(
                                    new Link("เรื่อง", "#part-subject"),
                                    new Link("เอกสาร", "#part-documents"),
                                    new Link("ความเป็นมา", "#part-history")))
                    .addAttribute(
                            "timeline",
                            List.of(
                                    new TimelineEntry(
                                            NOON, "รับเรื่องทางตู้รับข้อร้องเรียน", "นายสมมุติ รับเรื่อง", null),
                                    new TimelineEntry(
                                            NOON.plusSeconds(7200),
                                            "คัดกรองแล้ว",
                                            "นางสาวทดสอบ",
                                            "อยู่ในอำนาจหน้าที่")))
                    .addAttribute("pager", new Pager(2, "/showcase?page=1", "/showcase?page=3"))
                    .addAttribute(
                            "choices",
                            List.of(
                                    new Choice("CORRUPTION", "ทุจริต", "เรียกหรือรับเงิน ของ หรือประโยชน์อื่น"),
                                    new Choice(
                                            "GRIEVANCE",
                                            "ร้องทุกข์",
                                            "ถนน น้ำ ไฟ เหตุรำคาญ ไม่เกี่ยวกับตัวเจ้าหน้าที่"),
                                    Choice.of("TIP", "แจ้งเบาะแส")));
        }
    }

    @Controller
    static class Failures {

        record Accused(@Nullable String name, int age) {}

        record Report(
                @Nullable Kind kind,
                @Nullable String subject,
                @Nullable List<Accused> accused) {}

        @PostMapping("/api/reports")
        @ResponseBody
        Report report(@RequestBody Report report) {
            return report;
        }

        @GetMapping({"/api/problem/{kind}", "/problem/{kind}"})
        @ResponseBody
        String problem(@PathVariable Problem.Kind kind) {
            throw switch (kind) {
                case INVALID -> Problem.invalid("receivedOn", "date.missing");
                case NOT_FOUND -> Problem.notFound();
                case CONFLICT -> Problem.conflict("holidayThere", LocalDate.of(2026, 11, 20));
                default -> Problem.of(kind, "forbidden");
            };
        }

        @GetMapping({"/api/needs", "/needs"})
        @ResponseBody
        String needs(@RequestParam int year) {
            return "" + year;
        }

        @GetMapping({"/api/changed", "/changed"})
        @ResponseBody
        String changed() {
            throw new OptimisticLockingFailureException("changed");
        }

        @GetMapping({"/api/breaks", "/breaks"})
        @ResponseBody
        String breaks() {
            throw new IllegalStateException("a secret that must not be told");
        }

        @PostMapping({"/api/upload", "/upload"})
        @ResponseBody
        String upload(@RequestParam MultipartFile file) {
            return "" + file.getSize();
        }
    }
}
