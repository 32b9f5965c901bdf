package org.sucharit.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.sucharit.screen.Link;
import org.sucharit.screen.Pager;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** The cases whose time is over, of those that the officer can open. */
@Controller
class RetentionController {

    private static final int SIZE = 20;
    private static final int LAST = 10_000;

    /** @param obstacles why it cannot be destroyed yet; none where two people may */
    record Row(String number, String subject, LocalDate closedOn, List<String> obstacles, boolean asked, String href) {}

    private final Retention retention;
    private final ObstacleText obstacles;
    private final CaseText text;

    RetentionController(Retention retention, ObstacleText obstacles, CaseText text) {
        this.retention = retention;
        this.obstacles = obstacles;
        this.text = text;
    }

    @GetMapping("/{org}/desk/retention")
    String list(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Slice<Standing> due = retention.due(officer, PageRequest.of(Math.clamp(page, 1, LAST) - 1, SIZE));
        String here = "/" + org + "/desk/retention";
        model.addAttribute("org", org)
                .addAttribute("rows", due.map(standing -> row(org, standing)).getContent())
                .addAttribute(
                        "pager",
                        new Pager(
                                due.getNumber() + 1,
                                due.hasPrevious() ? page(here, due.getNumber()) : null,
                                due.hasNext() ? page(here, due.getNumber() + 2) : null))
                .addAttribute("crumbs", List.of(new Link(text.of("case.crumb.desk"), "/" + org + "/desk")));
        return "retention/list";
    }

    private Row row(String org, Standing standing) {
        return new Row(
                text.number(standing.summary().number()),
                standing.summary().subject(),
                Objects.requireNonNull(standing.closedOn()),
                obstacles.of(standing.obstacles()),
                standing.request() != null,
                KeepingController.address(org, standing.summary().id()));
    }

    private static String page(String here, int number) {
        return here + "?page=" + number;
    }
}
