package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.call.Capacity;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ControlConfig;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.config.Secret;
import org.anteroom.agent.config.SectionCheck;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.config.SpeechConfig;
import org.anteroom.agent.config.TextConfig;
import org.anteroom.agent.emergency.OnCallCheck;
import org.anteroom.agent.notice.CodeTexts;

/** What must hold of a configuration before the service starts with it, beyond what its text alone tells. Other commands
 *  don't ask: whoever may list messages need not be able to read the PBX's password.
 */
final class RoomChecks {

    /** Longest path of a UNIX socket: sun_path of sockaddr_un without its zero (unix(7)); ours is made under a longer name. */
    private static final int SOCKET_BYTES = 107 - ControlServer.FRESH.length();

    static final List<SectionCheck<?>> ALL = List.of(
            new SectionCheck<>(SipConfig.class, List.of("password-file"), RoomChecks::sip),
            new SectionCheck<>(SpeechConfig.class, List.of("model"), RoomChecks::speech),
            new SectionCheck<>(ControlConfig.class, RoomChecks::control),
            new SectionCheck<>(TextConfig.class, RoomChecks::text),
            new SectionCheck<>(
                    Config.class, List.of("sip.port", "media.first-port", "media.last-port"), RoomChecks::ports),
            new SectionCheck<>(
                    Config.class,
                    List.of("media", "calls", "oncall.group", "oncall.person", "oncall.rota"),
                    Capacity::check));

    private RoomChecks() {}

    /** The same, that the practice's own sentences can be spoken, and that somebody is on call from now on for as long as a
     *  plan must hold. Not asked of a kept plan: an old one is better than none, and it has the program's sentences.
     */
    static List<SectionCheck<?>> from(Instant now, List<OncallOverride> overrides) {
        List<SectionCheck<?>> checks = new ArrayList<>(ALL);
        checks.add(new SectionCheck<>(PracticeConfig.class, List.of("type", "sentences"), OwnSentences::check));
        checks.add(new SectionCheck<>(
                Config.class,
                List.of("practice.timezone", "oncall.group", "oncall.person", "oncall.rota"),
                config -> OnCallCheck.check(
                        config.oncall(), overrides, config.practice().timezone(), now)));
        return List.copyOf(checks);
    }

    private static List<Problem> sip(SipConfig sip) {
        if (sip.passwordFile().isEmpty()) {
            return List.of();
        }
        Path file = sip.passwordFile().get();
        try {
            return Secret.firstLineOf(file).reveal().isEmpty()
                    ? List.of(
                            Problem.of("sip.password-file", file + " is empty: write the password into its first line"))
                    : List.of();
        } catch (IOException e) {
            return List.of(Problem.of(
                    "sip.password-file",
                    file + " can't be read (" + FileTrouble.why(e) + "): make it, and let the service's user read it"));
        }
    }

    private static List<Problem> speech(SpeechConfig speech) {
        return speech.model()
                .filter(model -> !Files.isDirectory(model))
                .map(model -> List.of(Problem.of("speech.model", model + " is not a folder; unpack the model there")))
                .orElse(List.of());
    }

    /** What is missing in the section is told by its own rules. */
    private static List<Problem> text(TextConfig text) {
        return text.passwordFile().isEmpty() ? List.of() : CodeTexts.check(text);
    }

    private static List<Problem> control(ControlConfig control) {
        int bytes = control.socket().toString().getBytes(UTF_8).length;
        return bytes > SOCKET_BYTES
                ? List.of(Problem.of(
                        "control.socket",
                        "is " + bytes + " bytes long; the name of a socket may have " + SOCKET_BYTES
                                + ": choose a shorter folder"))
                : List.of();
    }

    private static List<Problem> ports(Config config) {
        List<Problem> problems = new ArrayList<>();
        int sip = config.sip().port();
        if (sip >= config.media().firstPort() && sip <= config.media().lastPort()) {
            problems.add(Problem.of(
                    "sip.port", "lies among the ports for sound, media.first-port to last-port: move one of them"));
        }
        return problems;
    }
}
