package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneSettings;
import org.anteroom.agent.sip.Transport;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code anteroom setup} of the built application, by flags, at a real PBX with real phones: from nothing to a configuration of which
 *  every step is proved, with which the service then answers a call and makes a drill.
 */
@Tag("interop")
class SetupIT {

    private static final Duration SETUP = Duration.ofSeconds(240);
    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int RTP_PORTS = 60;
    private static final String DESK = "101";
    private static final List<String> MOBILES = List.of("5550142", "5550143");

    @TempDir
    Path folder;

    @Test
    void fromNothingToAConfigurationThatAnswers() throws Exception {
        Path silence = new Timeline().pause(Duration.ofSeconds(60)).write(folder.resolve("silence.wav"));
        Path home = Files.createDirectories(folder.resolve("etc"));
        Path password = Files.writeString(home.resolve("password"), Kamailio.PASSWORD + "\n");
        Path config = home.resolve("anteroom.toml");
        try (Kamailio pbx = Kamailio.start(folder);
                MediaEngine engine = engine();
                Phone first = mobile(pbx, MOBILES.get(0), engine);
                Phone second = mobile(pbx, MOBILES.get(1), engine);
                Baresip desk = phone(pbx, DESK, Baresip.Answer.AT_ONCE, silence);
                Baresip person = phone(pbx, Kamailio.FALLBACK, Baresip.Answer.BY_HAND, silence)) {
            CompletableFuture<Boolean> pressed = CompletableFuture.supplyAsync(() -> presses(desk));
            long begun = System.nanoTime();
            String shown = setup(config, 0, flags(pbx, home, password));
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(Locale.ROOT, "setup by flags, every step proved: %.1f s%n%s", seconds, shown);

            assertThat(pressed.get(SETUP.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(shown)
                    .containsPattern("The PBX +proved +practice-pbx")
                    .containsPattern("Anteroom's extension +proved")
                    .containsPattern("A test call +proved")
                    .containsPattern("Who takes emergencies +proved +2 of 2")
                    .containsPattern("Trunk channels +proved +3 channels, an emergency needs 3; 2 rang at once")
                    .containsPattern("The extension for drills +proved")
                    .containsPattern("When Anteroom can't answer +proved")
                    .containsPattern("The configuration +proved");
            assertThat(Files.readString(config)).contains("\ntrunk-channels = 3\n");
            assertThat(person.rung()).isEqualTo(1);
            assertThat(pbx.registered(Kamailio.AGENT)).isFalse();
            assertAnswersAndDrills(pbx, config, silence);
            assertThat(setup(config, 1, List.of("--user", "nobody", "--password-file", wrong(home))))
                    .contains("doesn't take the password of extension nobody");
        }
    }

    private void assertAnswersAndDrills(Kamailio pbx, Path config, Path silence) throws Exception {
        try (ChildProcess serve = start("serve", "--config", config.toString());
                Baresip caller = phone(pbx, "201", Baresip.Answer.BY_HAND, silence)) {
            assertThat(Eventually.holds(() -> pbx.registered(Kamailio.AGENT), START))
                    .as(serve.output())
                    .isTrue();
            caller.dial(Kamailio.AGENT);
            assertThat(caller.awaitEstablished(SOON)).as(serve.output()).isTrue();
            caller.hangUp();
            String before = Files.readString(config);
            String shown = setup(config, 0, List.of("--run-drill", "yes"));
            assertThat(shown)
                    .contains("The service runs with this extension, so it is not registered a second time")
                    .containsPattern("Anteroom's extension +proved +the service is registered as " + Kamailio.AGENT)
                    .containsPattern("The service and a drill +proved");
            assertThat(Files.readString(config)).isEqualTo(before);
            serve.terminate();
        }
    }

    private static List<String> flags(Kamailio pbx, Path home, Path password) {
        int rtp = FreePort.of(RTP_PORTS + 1) + 1 & ~1;
        return List.of(
                "--name",
                "Maple Street Dental",
                "--type",
                "dental",
                "--timezone",
                "America/New_York",
                "--hours",
                "mon-sun 0-24",
                "--desk",
                DESK,
                "--pbx",
                Kamailio.ADDRESS,
                "--pbx-port",
                Integer.toString(pbx.address().getPort()),
                "--bind",
                Kamailio.ADDRESS,
                "--port",
                Integer.toString(FreePort.of(1)),
                "--user",
                Kamailio.AGENT,
                "--password-file",
                password.toString(),
                "--test-phone",
                DESK,
                "--on-call",
                "Dr. Reed's mobile=" + MOBILES.get(0) + ", Dr. Yu's mobile=" + MOBILES.get(1),
                "--ring-on-call",
                "yes",
                "--trunk-channels",
                "3",
                "--simultaneous",
                "2",
                "--drill-user",
                "299",
                "--drill-password-file",
                password.toString(),
                "--prove-fall-back",
                "yes",
                "--set",
                "speech.expected-calls=1",
                "--set",
                "records.folder=" + home.resolve("data"),
                "--set",
                "records.key-file=" + home.resolve("records.key"),
                "--set",
                "control.socket=" + home.resolve("control"),
                "--set",
                "media.first-port=" + rtp,
                "--set",
                "media.last-port=" + (rtp + RTP_PORTS - 1));
    }

    private String setup(Path config, int code, List<String> flags) throws Exception {
        List<String> words = new ArrayList<>(List.of("setup", "--yes", "--config", config.toString()));
        words.addAll(flags);
        try (ChildProcess setup = start(words.toArray(String[]::new))) {
            assertThat(setup.awaitExit(SETUP)).as(setup.output()).isEqualTo(code);
            return setup.output();
        }
    }

    private ChildProcess start(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                new File(System.getProperty("anteroom.app", "target/anteroom"), "bin/anteroom").getAbsolutePath()));
        line.addAll(List.of(words));
        return ChildProcess.start(folder.toFile(), line);
    }

    private static String wrong(Path home) throws Exception {
        return Files.writeString(home.resolve("wrong"), "wrong\n").toString();
    }

    private static boolean presses(Baresip desk) {
        try {
            boolean answered = desk.awaitEstablished(SETUP);
            desk.press('1');
            return answered;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does what it hears: waits for the sentence, then presses. */
    private static Phone mobile(Kamailio pbx, String number, MediaEngine engine) throws Exception {
        Phone phone = new Phone(
                new PhoneSettings(
                        pbx.address(),
                        Kamailio.ADDRESS,
                        number,
                        Kamailio.PASSWORD,
                        InetAddress.getByName(Kamailio.ADDRESS),
                        Transport.UDP),
                engine);
        phone.answering(Answering.after(Duration.ofMillis(300), call -> {
            if (call.awaitTurn(Duration.ofMillis(500), SOON)) {
                call.press('1');
                call.awaitEnded(SOON);
            }
        }));
        phone.register(SOON);
        return phone;
    }

    private static MediaEngine engine() throws Exception {
        int first = FreePort.of(RTP_PORTS + 1) + 1 & ~1;
        return new MediaEngine(
                new MediaSettings(
                        InetAddress.getByName(Kamailio.ADDRESS), first, first + RTP_PORTS - 1, 20, 200, false),
                new MediaCounters());
    }

    private Baresip phone(Kamailio pbx, String extension, Baresip.Answer answer, Path plays) throws Exception {
        return Baresip.start(folder, pbx.address(), "udp", extension, Kamailio.PASSWORD, answer, plays);
    }
}
