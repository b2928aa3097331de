package org.anteroom.agent.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold between the keys of the alarms. */
final class AlarmRules {
    /** Written addresses and the one name that never leaves the machine. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    private record Step(String key, String name, int level, int after) {}

    private AlarmRules() {}

    static void check(AlarmsConfig alarms, Problems problems) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < alarms.mails().size(); i++) {
            MailAlarmConfig mail = alarms.mails().get(i);
            String key = "alarms.mail[" + (i + 1) + "]";
            mail(mail, key, problems);
            steps.add(new Step(key, mail.name(), mail.level(), mail.afterMinutes()));
        }
        for (int i = 0; i < alarms.webhooks().size(); i++) {
            WebhookAlarmConfig webhook = alarms.webhooks().get(i);
            String key = "alarms.webhook[" + (i + 1) + "]";
            webhook(webhook, key, problems);
            steps.add(new Step(key, webhook.name(), webhook.level(), webhook.afterMinutes()));
        }
        for (int i = 0; i < alarms.phones().size(); i++) {
            PhoneAlarmConfig phone = alarms.phones().get(i);
            steps.add(new Step("alarms.phone[" + (i + 1) + "]", phone.name(), phone.level(), phone.afterMinutes()));
        }
        names(steps, problems);
        int all = steps.size();
        steps.removeIf(step -> !problems.read(step.key() + ".level") || !problems.read(step.key() + ".after-minutes"));
        steps(steps, steps.size() == all, problems);
    }

    private static void names(List<Step> steps, Problems problems) {
        Set<String> names = new HashSet<>(Set.of("log", "clock", "web"));
        for (Step step : steps) {
            if (!names.add(step.name())) {
                problems.add(
                        step.key() + ".name",
                        "is taken: channels need different names, and none may be log, clock or web");
            }
        }
    }

    /** @param all whether these are all there are */
    private static void steps(List<Step> steps, boolean all, Problems problems) {
        for (Step step : steps) {
            if ((step.level() == 1) != (step.after() == 0)) {
                problems.add(
                        step.key() + ".after-minutes",
                        "must be 0 for level 1, which is told at once, and more than 0 for levels 2 and 3");
            }
            if (steps.stream().anyMatch(lower -> lower.level() < step.level() && lower.after() >= step.after())
                    && step.after() > 0) {
                problems.add(step.key() + ".after-minutes", "must be more than that of every lower level");
            }
        }
        if (all && !steps.isEmpty() && steps.stream().noneMatch(step -> step.level() == 1)) {
            problems.add("alarms", "has no channel of level 1, so nobody is told at once: give one level = 1");
        }
    }

    private static void mail(MailAlarmConfig mail, String key, Problems problems) {
        if (mail.to().isEmpty()) {
            problems.add(key + ".to", "names nobody: add to = [\"it@practice.example\"]");
        }
        if (problems.read(key + ".password-file")
                && mail.user().isPresent() != mail.passwordFile().isPresent()) {
            problems.add(key + ".user", "user and password-file belong together: set both, or neither");
        }
        if (problems.read(key + ".password-in-clear")
                && mail.user().isPresent()
                && mail.security() == MailSecurity.NONE
                && !mail.passwordInClear()) {
            problems.add(
                    key + ".security",
                    "is \"none\", so the password would go over the network unprotected: set \"starttls\" or \"tls\"; or, on"
                            + " a network you trust, password-in-clear = true");
        }
    }

    private static void webhook(WebhookAlarmConfig webhook, String key, Problems problems) {
        URI url = uri(webhook.url());
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            problems.add(key + ".url", "must be https://HOST/PATH, without a name, a password or a #");
        } else if (!"https".equals(url.getScheme()) && !HERE.contains(host)) {
            problems.add(key + ".url", "must begin with https:// unless the receiver runs on this machine (127.0.0.1)");
        }
    }

    /** An address without a host when it isn't one. */
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return URI.create("none:none");
        }
    }
}
