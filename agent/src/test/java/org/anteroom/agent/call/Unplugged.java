package org.anteroom.agent.call;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.Outlet;
import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.LineListener;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.RegistrationState;
import org.anteroom.agent.sip.Secret;
import org.anteroom.agent.sip.SipCounters;
import org.anteroom.agent.sip.Transport;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;

/** A practice whose line is not open: what calls are made of, without a PBX. */
final class Unplugged {
    private static final String PRACTICE =
            """
            [practice]
            name = "Maple Street Clinic"
            type = "medical"
            timezone = "UTC"

            [practice.hours]
            monday = ["08:00-17:00"]

            [sip]
            pbx = "127.0.0.1"
            user = "100"
            password = "pw"

            [media]
            bind = "127.0.0.1"

            [desk]
            number = "300"
            ring-seconds = 5

            """;

    private Unplugged() {}

    static Line line(LineListener listener) {
        return new Line(
                LineSettings.of(
                        new LineSettings.Pbx("127.0.0.1", 5060, Transport.UDP, "practice.test"),
                        LineSettings.Account.of("100", Secret.of("pw")),
                        new LineSettings.Local(Optional.of(InetAddress.getLoopbackAddress()), 0)),
                new SipCounters(),
                listener);
    }

    static CallParts parts(
            Path folder, MediaEngine media, Clock clock, Health health, List<Alarm> alarms, CallObserver observer)
            throws Exception {
        OnCall doctor = duty(folder, Clinic.ONE_DOCTOR);
        return parts(folder, media, clock, health, alarms, observer, () -> doctor);
    }

    /** Who is on call by these sections of a configuration. */
    static OnCall duty(Path folder, String oncall) throws Exception {
        Config config = Config.load(Files.writeString(folder.resolve("anteroom.toml"), PRACTICE + oncall));
        return OnCall.of(config.oncall(), List.of(), config.practice().timezone());
    }

    static CallParts parts(
            Path folder,
            MediaEngine media,
            Clock clock,
            Health health,
            List<Alarm> alarms,
            CallObserver observer,
            Supplier<OnCall> duty)
            throws Exception {
        return parts(folder, "", media, clock, health, alarms, observer, duty);
    }

    /** @param more further sections of the configuration */
    static CallParts parts(
            Path folder,
            String more,
            MediaEngine media,
            Clock clock,
            Health health,
            List<Alarm> alarms,
            CallObserver observer,
            Supplier<OnCall> duty)
            throws Exception {
        Senses senses = Senses.shared();
        Counters counters = new Counters();
        Config config =
                Config.load(Files.writeString(folder.resolve("anteroom.toml"), PRACTICE + more + Clinic.ONE_DOCTOR));
        return new CallParts(
                CallSettings.of(config),
                duty,
                media,
                senses.ears,
                new SpokenPrompts(senses.voice),
                senses.detector,
                Optional.empty(),
                Optional.empty(),
                new Conversation(new DialogueSettings(false)),
                senses.catalogue,
                Optional.empty(),
                new Alarms(
                        List.of(Outlet.direct("test", (notice, desk) -> alarms.addAll(notice.alarms()), counters)),
                        AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)),
                        clock,
                        counters),
                health,
                counters,
                new LatencyLog(),
                observer,
                clock);
    }

    /** For a line nobody calls on. */
    static final class NoCalls implements LineListener {
        @Override
        public LegListener incoming(IncomingLeg leg, Invitation invitation) {
            return event -> {};
        }

        @Override
        public void registration(RegistrationState state) {}

        @Override
        public void health(boolean answering, String sentence) {}
    }

    /** A caller's leg that only tells how it was dealt with. */
    record Leg(List<String> told) implements IncomingLeg {
        @Override
        public String id() {
            return "in-1";
        }

        @Override
        public void ringing() {}

        @Override
        public void answer(AudioEndpoint endpoint) {
            told.add("answered");
        }

        @Override
        public void refuse(int status) {
            told.add("refused " + status);
        }

        @Override
        public void hangUp() {
            told.add("hung up");
        }
    }
}
