package org.sucharit.administration;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelId;
import org.sucharit.organisation.ChannelView;
import org.sucharit.organisation.Channels;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;

/** The channels by which complaints come in: on, off, and the organisation's own. */
@Controller
@RequestMapping("/{org}/desk/admin/channels")
class ChannelsController {

    private final Channels channels;
    private final Problems problems;
    private final Saved saved;

    ChannelsController(Channels channels, Problems problems, Saved saved) {
        this.channels = channels;
        this.problems = problems;
        this.saved = saved;
    }

    @ModelAttribute
    void way(@PathVariable String org, Model model) {
        model.addAttribute("org", org);
        model.addAttribute("crumbs", List.of(saved.link("admin.title", "/" + org + "/desk/admin")));
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("channels", channels.all());
        return "administration/channels";
    }

    @GetMapping("/new")
    String newChannel(@PathVariable String org, Model model) {
        return form(org, model, Typed.nothing(), "new");
    }

    @PostMapping("/new")
    Object add(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            channels.add(
                    typed.text("nameTh").strip(),
                    typed.text("nameEn").strip(),
                    typed.text("address").strip(),
                    officer.id());
            return saved.and(redirect, "channelAdded", address(org));
        } catch (Problem problem) {
            return problems.again(form(org, model, typed, "new"), model, problem);
        }
    }

    @GetMapping("/{id}")
    String channel(@PathVariable String org, @PathVariable UUID id, Model model) {
        ChannelView channel = channels.get(new ChannelId(id));
        Typed typed = Typed.nothing()
                .with("nameTh", channel.nameTh())
                .with("nameEn", channel.nameEn())
                .with("address", channel.address());
        return form(org, model, typed, id.toString());
    }

    @PostMapping("/{id}")
    Object describe(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            channels.describe(
                    new ChannelId(id),
                    typed.text("nameTh").strip(),
                    typed.text("nameEn").strip(),
                    typed.text("address").strip(),
                    officer.id());
            return saved.and(redirect, "channelChanged", address(org));
        } catch (Problem problem) {
            return problems.again(form(org, model, typed, id.toString()), model, problem);
        }
    }

    @PostMapping("/{id}/on")
    String on(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            RedirectAttributes redirect) {
        channels.switchOn(new ChannelId(id), officer.id());
        return saved.and(redirect, "channelOn", address(org));
    }

    @PostMapping("/{id}/off")
    String off(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            RedirectAttributes redirect) {
        channels.switchOff(new ChannelId(id), officer.id());
        return saved.and(redirect, "channelOff", address(org));
    }

    private String form(String org, Model model, Typed typed, String id) {
        model.addAttribute("typed", typed)
                .addAttribute("id", id)
                .addAttribute(
                        "crumbs",
                        List.of(
                                saved.link("admin.title", "/" + org + "/desk/admin"),
                                saved.link("admin.channels", address(org))));
        return "administration/channel";
    }

    private static String address(String org) {
        return "/" + org + "/desk/admin/channels";
    }
}
