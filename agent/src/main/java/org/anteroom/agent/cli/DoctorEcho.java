package org.anteroom.agent.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.TelephoneChecks;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.rehearsal.DrillAccounts;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.PhoneSettings;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;

/** A short call of the drill's extension to the running service through the PBX: our voice must be heard there, and a key that
 *  means nothing must stand in the call's journal. Nobody is rung: nothing is said, and the call ends within seconds.
 */
final class DoctorEcho {
    private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);
    private static final Duration SPOKEN_WITHIN = Duration.ofSeconds(2);
    private static final Duration KEY_SENT = Duration.ofMillis(400);
    private static final Duration STORED_WITHIN = Duration.ofMillis(1_500);
    private static final Duration LOOK = Duration.ofMillis(150);
    private static final int FIRST_PORT = 17_444;
    private static final int LAST_PORT = 17_447;
    private static final char NO_MEANING = '9';
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d+)\\s.*");
    private static final Pattern KEY = Pattern.compile("\\s*[0-9.]+\\s+key\\s+" + NO_MEANING);

    private final DoctorScene scene;
    private final CompletableFuture<Optional<Instant>> placed = new CompletableFuture<>();

    DoctorEcho(DoctorScene scene) {
        this.scene = scene;
    }

    /** When the call began, once the service must have got it; empty once there will be none. */
    CompletableFuture<Optional<Instant>> placed() {
        return placed;
    }

    Finding look() throws DoctorScene.Untold, InterruptedException {
        try {
            return look(scene.configured());
        } finally {
            placed.complete(Optional.empty());
        }
    }

    private Finding look(Config config) throws DoctorScene.Untold, InterruptedException {
        if (!config.drill().set()) {
            return Finding.skipped(
                    "No extension may place a call: [drill] is not set up.",
                    "Fill in [drill] of the configuration (see drills.md)");
        }
        if (scene.status().isEmpty()) {
            return Finding.skipped(
                    "No service runs that this user may ask.", "systemctl start anteroom; or: sudo anteroom doctor");
        }
        if (!scene.status().get().line().registered()) {
            return Finding.skipped(
                    "The service is not registered, so no call reaches it.", "anteroom doctor --only registration");
        }
        if (!scene.status().get().calls().isEmpty()) {
            return Finding.skipped("Somebody is calling, so the line is left to the call.", "Try again later");
        }
        try {
            return TelephoneChecks.echo(call(config));
        } catch (Failure unreadable) {
            return Finding.skipped(unreadable.sentence(), "sudo anteroom doctor --only echo");
        } catch (IOException e) {
            return TelephoneChecks.echo(new TelephoneChecks.Echo(false, false, String.valueOf(e.getMessage())));
        }
    }

    private TelephoneChecks.Echo call(Config config)
            throws IOException, InterruptedException, Failure, DoctorScene.Untold {
        DrillAccounts accounts = DrillWiring.accounts(config, false);
        PhoneSettings settings = new PhoneSettings(
                accounts.pbx(),
                accounts.domain(),
                accounts.caller().extension(),
                accounts.caller().password(),
                accounts.local(),
                accounts.transport());
        boolean heard;
        try (MediaEngine engine = new MediaEngine(
                        new MediaSettings(accounts.local(), FIRST_PORT, LAST_PORT, 20, 200, false),
                        new MediaCounters());
                Phone phone = new Phone(settings, engine)) {
            phone.register(REGISTERED_WITHIN);
            Instant began = Instant.now();
            try (PhoneCall call = phone.dial(DrillWiring.dial(config))) {
                boolean answered = call.awaitAnswered(ANSWERED_WITHIN);
                placed.complete(Optional.of(began));
                if (!answered) {
                    return new TelephoneChecks.Echo(
                            false, false, "Anteroom did not answer within " + ANSWERED_WITHIN.toSeconds() + " s.");
                }
                heard = call.awaitSpeech(SPOKEN_WITHIN);
                call.press(NO_MEANING);
                call.awaitEnded(KEY_SENT);
            }
        }
        return new TelephoneChecks.Echo(heard, pressed(config), "");
    }

    /** The journal is stored soon after the call; it is looked for by the caller, so that nobody else's is opened. */
    private boolean pressed(Config config) throws DoctorScene.Untold {
        String caller = config.drill().shownAs().orElse("");
        long deadline = System.nanoTime() + STORED_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Long> number = newest(caller);
            if (number.isPresent()
                    && scene.ask(new ControlRequest(Verb.SHOW_CALL, number.get())).stream()
                            .anyMatch(line -> KEY.matcher(line).matches())) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK.toMillis()));
        }
        return false;
    }

    private Optional<Long> newest(String caller) throws DoctorScene.Untold {
        List<String> rows = scene.ask(ControlRequest.of(Verb.LIST_CALLS));
        String shown = Text.number(caller.replaceAll("[^0-9]", ""));
        return rows.stream()
                .skip(1)
                .findFirst()
                .filter(row -> row.contains("  " + shown + " "))
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Long.parseLong(matcher.group(1)));
    }
}
