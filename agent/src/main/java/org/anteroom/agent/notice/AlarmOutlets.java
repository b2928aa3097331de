package org.anteroom.agent.notice;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.anteroom.agent.config.AlarmsConfig;
import org.anteroom.agent.config.MailAlarmConfig;
import org.anteroom.agent.config.PhoneAlarmConfig;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.config.WebhookAlarmConfig;
import org.anteroom.agent.notice.MailSettings.Login;
import org.anteroom.agent.watch.Counters;

/**
 * The channels of a configuration. One whose files can't be used doesn't keep the service from starting, nor the others
 * from working: it fails with the sentence that says what to mend.
 */
public final class AlarmOutlets {
    /** For connecting and for each answer: a mail server that looks up names may take its time. */
    private static final Duration WITHIN = Duration.ofSeconds(15);

    private static final int SHORTEST_SECRET = 16;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> unusable = new TreeMap<>();
    private final List<Outlet> outlets = new ArrayList<>();

    private AlarmOutlets() {}

    /**
     * Makes and starts them, the log first. They are closed by whoever gets them.
     *
     * @param phone rings the phones among them
     */
    public static AlarmOutlets open(AlarmsConfig alarms, AlarmPhone phone, Counters counters) {
        AlarmOutlets made = new AlarmOutlets();
        made.outlets.add(Outlet.direct("log", new LogChannel(), counters));
        made.channels(alarms)
                .forEach((route, channel) ->
                        made.outlets.add(Outlet.queued(route, channel, Retry.standard(), counters)));
        for (PhoneAlarmConfig rung : alarms.phones()) {
            Route route = new Route(rung.name(), Duration.ofMinutes(rung.afterMinutes()), true, true);
            Channel channel = new PhoneChannel(rung.name(), rung.number(), phone);
            made.outlets.add(Outlet.queued(route, channel, Retry.ofPhones(), counters));
        }
        return made;
    }

    /** What keeps channels from working: files that can't be read or hold nothing of use. Starts nothing. */
    public static List<Problem> check(AlarmsConfig alarms) {
        AlarmOutlets tried = new AlarmOutlets();
        tried.channels(alarms).values().forEach(Channel::close);
        return List.copyOf(tried.problems);
    }

    public List<Outlet> outlets() {
        return List.copyOf(outlets);
    }

    /** Why channels can't work, by their name. */
    public Map<String, String> unusable() {
        return Map.copyOf(unusable);
    }

    private Map<Route, Channel> channels(AlarmsConfig alarms) {
        Map<Route, Channel> channels = new LinkedHashMap<>();
        for (int i = 0; i < alarms.mails().size(); i++) {
            MailAlarmConfig mail = alarms.mails().get(i);
            String key = "alarms.mail[" + (i + 1) + "].";
            channels.put(route(mail.name(), mail.afterMinutes()), channel(mail.name(), () -> mail(mail, key)));
        }
        for (int i = 0; i < alarms.webhooks().size(); i++) {
            WebhookAlarmConfig webhook = alarms.webhooks().get(i);
            String key = "alarms.webhook[" + (i + 1) + "].";
            channels.put(
                    route(webhook.name(), webhook.afterMinutes()),
                    channel(webhook.name(), () -> webhook(webhook, key)));
        }
        return channels;
    }

    private static Route route(String name, int afterMinutes) {
        return new Route(name, Duration.ofMinutes(afterMinutes), true);
    }

    @FunctionalInterface
    private interface Making {
        Channel make() throws IOException;
    }

    private Channel channel(String name, Making making) {
        try {
            return making.make();
        } catch (IOException e) {
            String sentence = String.valueOf(e.getMessage());
            int colon = sentence.indexOf(": ");
            problems.add(Problem.of(sentence.substring(0, colon), sentence.substring(colon + 2)));
            unusable.put(name, sentence + ".");
            return (notice, desk) -> {
                throw Undelivered.forGood(sentence + "; then restart the service.");
            };
        }
    }

    private static Channel mail(MailAlarmConfig mail, String key) throws IOException {
        Optional<Login> login = Optional.empty();
        if (mail.user().isPresent() && mail.passwordFile().isPresent()) {
            login = Optional.of(new Login(
                    mail.user().get(),
                    Secrets.read(key + "password-file", mail.passwordFile().get(), 1)));
        }
        return new MailChannel(new MailSettings(
                mail.server(),
                mail.port(),
                mail.security(),
                login,
                mail.passwordInClear(),
                mail.from(),
                mail.to(),
                WITHIN,
                trusted(key, mail.caFile())));
    }

    private static Channel webhook(WebhookAlarmConfig webhook, String key) throws IOException {
        return new WebhookChannel(new WebhookSettings(
                URI.create(webhook.url()),
                Secrets.read(key + "secret-file", webhook.secretFile(), SHORTEST_SECRET),
                WITHIN,
                trusted(key, webhook.caFile())));
    }

    private static Optional<SSLContext> trusted(String key, Optional<Path> file) throws IOException {
        return file.isPresent() ? Optional.of(Authorities.of(key + "ca-file", file.get())) : Optional.empty();
    }
}
