package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.Secret;
import org.anteroom.agent.sip.SipCounters;
import org.anteroom.agent.sip.Transport;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that come to a receptionist who goes; its line is closed, no PBX. */
final class ReceptionistTest {
    private static final Invitation CALL =
            new Invitation(Optional.of("2125550111"), Optional.empty(), "5550100", List.of());

    @TempDir
    Path folder;

    private final List<String> answers = new ArrayList<>();
    /** Done when a call that the door let in asks for the time. */
    private Runnable atTheDoor = () -> {};

    private MediaEngine media;
    private Line line;
    private Receptionist receptionist;

    @BeforeEach
    void open() throws Exception {
        Senses senses = Senses.shared();
        media = Senses.media(30_320, 30_339);
        Clock clock = ((InstantSource) this::time).withZone(ZoneOffset.UTC);
        Counters counters = new Counters();
        Health health = new Health();
        for (Condition condition : Condition.values()) {
            health.report(condition, true, "test");
        }
        receptionist = new Receptionist(new CallParts(
                CallSettings.of(Config.load(Files.writeString(folder.resolve("anteroom.toml"), TOML))),
                media,
                senses.ears,
                new SpokenPrompts(senses.voice),
                senses.detector,
                new Conversation(new DialogueSettings(false)),
                senses.catalogue,
                Optional.empty(),
                new Alarms(List.of(), Duration.ofMinutes(5), clock, counters),
                health,
                counters,
                new LatencyLog(),
                event -> {},
                clock));
        line = new Line(
                LineSettings.of(
                        new LineSettings.Pbx("127.0.0.1", 5060, Transport.UDP, "practice.test"),
                        LineSettings.Account.of("100", Secret.of("pw")),
                        new LineSettings.Local(Optional.of(InetAddress.getLoopbackAddress()), 0)),
                new SipCounters(),
                receptionist);
        receptionist.serve(line);
    }

    @AfterEach
    void close() throws Exception {
        receptionist.close(Duration.ZERO);
        line.close();
        media.close();
    }

    @Test
    void aCallThatCameThroughTheDoorWhileTheServiceStoppedIsRefusedAndNotLeftBehind() {
        atTheDoor = () -> receptionist.close(Duration.ZERO);

        receptionist.incoming(new Leg(), CALL);

        assertThat(answers).containsExactly("refused 503");
        assertThat(receptionist.calls()).isZero();
        assertThat(media.openPorts()).isZero();
    }

    @Test
    void aCallToAStoppedServiceIsRefusedAtTheDoor() {
        receptionist.close(Duration.ZERO);

        receptionist.incoming(new Leg(), CALL);

        assertThat(answers).containsExactly("refused 503");
        assertThat(receptionist.calls()).isZero();
    }

    private Instant time() {
        Runnable then = atTheDoor;
        atTheDoor = () -> {};
        then.run();
        return Instant.EPOCH;
    }

    private static final String TOML =
            """
            [practice]
            name = "Maple Street Clinic"
            type = "medical"
            timezone = "UTC"

            [sip]
            pbx = "127.0.0.1"
            user = "100"
            password = "pw"

            [media]
            bind = "127.0.0.1"

            [[oncall.group]]
            name = "doctors"
            ring-seconds = 10
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            """;

    private final class Leg implements IncomingLeg {
        @Override
        public String id() {
            return "in-1";
        }

        @Override
        public void ringing() {}

        @Override
        public void answer(AudioEndpoint endpoint) {
            answers.add("answered");
        }

        @Override
        public void refuse(int status) {
            answers.add("refused " + status);
        }

        @Override
        public void hangUp() {
            answers.add("hung up");
        }
    }
}
