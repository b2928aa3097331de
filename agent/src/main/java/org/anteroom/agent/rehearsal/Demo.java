package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.anteroom.agent.practice.Message;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;

/** Three calls to the real agent over real SIP and RTP on this machine: a message and a clinical question side by side,
 *  which saves the time of one, then an emergency.
 *  Prints them as they happen, then what was measured and what was stored, and says whether all was as it should be.
 */
public final class Demo {

    private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(20);
    private static final Duration CALLS_OVER_WITHIN = Duration.ofSeconds(110);
    /** What the emergency takes on a busy machine: it begins early enough also when both others are asked again. */
    private static final Duration EMERGENCY_TAKES = Duration.ofSeconds(52);

    private final RehearsedAgent.Starter starter;
    private final PrintWriter out;

    public Demo(RehearsedAgent.Starter starter, PrintWriter out) {
        this.starter = starter;
        this.out = out;
    }

    /** Plays everything.
     *
     *  @return what was not as it should be; empty when all was
     *  @throws Exception when it can't be played at all
     */
    public List<String> run() throws Exception {
        DemoChecks checks = new DemoChecks();
        long begun = System.nanoTime();
        opening();
        try (ScratchFolder folder = ScratchFolder.create("anteroom-demo-");
                Transcript transcript = new Transcript(out)) {
            play(folder.path(), transcript, checks);
        }
        out.println();
        out.println("Was it as it should be? (but: a flaw that does not fail the demo)");
        checks.lines().forEach(out::println);
        out.println(String.format(Locale.ROOT, "%nThe demo took %.0f s.", (System.nanoTime() - begun) / 1e9));
        out.flush();
        return checks.broken();
    }

    private void opening() {
        out.println(
                """
                Three phone calls to the receptionist of a made-up practice, in real time, over the protocols of internet
                telephony (SIP for calls, RTP for sound), all on this machine:
                  [1]  somebody leaves a message
                  [2]  somebody asks a medical question, which the agent must not answer
                  [3]  somebody asks for the hours and then mentions chest pain: the doctor on call is rung
                Calls 1 and 2 run side by side, so their lines mix; call 3 begins when one of them is over, or after a
                minute. Each line names its call.
                Who is who: "agent" is the receptionist, the program; it tells what it says, understands and does.
                "caller" and "doctor" are telephones that play recorded voices; they tell what was really said and done.
                """);
        out.flush();
    }

    private void play(Path folder, Transcript transcript, DemoChecks checks) throws Exception {
        List<SipSeen> sip = new CopyOnWriteArrayList<>();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        MediaSettings sound = new MediaSettings(loopback, 40_000, 40_199, 20, 200, false);
        try (DemoPbx pbx = new DemoPbx(DemoPractice.pbx(new InetSocketAddress(loopback, 0)), Clock.systemUTC());
                MediaEngine phones = new MediaEngine(sound, new MediaCounters());
                Phone doctor = new Phone(DemoPractice.phone(pbx, DemoPractice.ON_CALL), phones);
                Phone first = new Phone(DemoPractice.phone(pbx, DemoPractice.CALLERS.get(0)), phones);
                Phone second = new Phone(DemoPractice.phone(pbx, DemoPractice.CALLERS.get(1)), phones);
                Phone third = new Phone(DemoPractice.phone(pbx, DemoPractice.CALLERS.get(2)), phones)) {
            pbx.watch(sip::add);
            DemoCalls calls = new DemoCalls(pbx, transcript, checks);
            doctor.answering(Answering.after(Duration.ofSeconds(1), calls::doctor));
            for (Phone phone : List.of(doctor, first, second, third)) {
                phone.register(REGISTERED_WITHIN);
            }
            transcript.note(
                    0,
                    "demo",
                    "a telephone system (PBX) and four phones are up on " + loopback.getHostAddress()
                            + "; the agent starts");
            Path config = DemoPractice.configure(folder, pbx, freePort(loopback));
            try (RehearsedAgent agent = starter.start(config, transcript::happened)) {
                // Counted from here: how long a start takes is the machine's, how long a call takes is the agent's.
                long deadline = System.nanoTime() + CALLS_OVER_WITHIN.toNanos();
                OptionalLong decisive = callAll(calls, List.of(first, second, third), checks, transcript, deadline);
                doctor.failures()
                        .forEach(failure ->
                                checks.that(DemoCalls.EMERGENCY, "the doctor's phone: " + failure.getMessage(), false));
                List<Message> messages = agent.inbox().stream()
                        .sorted(Comparator.comparingLong(Message::number))
                        .toList();
                List<short[]> voices = new ArrayList<>();
                for (Message message : messages) {
                    voices.add(agent.callerVoice(message));
                }
                judge(transcript, checks, doctor.rung());
                falseAlarms(transcript, checks);
                interruptions(transcript, checks);
                judge(transcript, checks, messages, voices);
                transcript.close();
                DemoReport report = new DemoReport(out, sip, transcript);
                report.figures(calls, decisive);
                report.inbox(messages, voices);
            }
        }
    }

    /** The second begins when the first is greeted, the third when either is over, or it would be late. */
    private static OptionalLong callAll(
            DemoCalls calls, List<Phone> phones, DemoChecks checks, Transcript transcript, long deadline)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(3, task -> new Thread(task, "demo-caller"));
        try {
            Future<OptionalLong> message = pool.submit(() -> {
                calls.message(phones.get(0));
                return OptionalLong.empty();
            });
            calls.underWay().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            Future<OptionalLong> clinical = pool.submit(() -> {
                calls.clinical(phones.get(1));
                return OptionalLong.empty();
            });
            Future<OptionalLong> emergency = pool.submit(() -> {
                long latest = deadline - EMERGENCY_TAKES.toNanos();
                calls.firstOver().await(latest - System.nanoTime(), TimeUnit.NANOSECONDS);
                return OptionalLong.of(calls.emergency(phones.get(2)));
            });
            finish(message, DemoCalls.MESSAGE, deadline, checks);
            finish(clinical, DemoCalls.CLINICAL, deadline, checks);
            return finish(emergency, DemoCalls.EMERGENCY, deadline, checks);
        } finally {
            pool.shutdownNow();
            transcript.note(0, "demo", "the calls are over");
        }
    }

    private static OptionalLong finish(Future<OptionalLong> script, int call, long deadlineNanos, DemoChecks checks)
            throws InterruptedException {
        try {
            return script.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            String why = e.getCause() == null
                    ? "unknown"
                    : String.valueOf(e.getCause().getMessage());
            checks.that(call, why, false);
        } catch (TimeoutException e) {
            checks.that(
                    call,
                    "the call is over within " + CALLS_OVER_WITHIN.toSeconds()
                            + " s (is this machine busy with something else?)",
                    false);
        }
        return OptionalLong.empty();
    }

    private static void judge(Transcript transcript, DemoChecks checks, int doctorRung) {
        checks.that(DemoCalls.EMERGENCY, "the doctor's phone rang", doctorRung > 0);
        checks.that(
                DemoCalls.EMERGENCY,
                "chest pain was decided to be an emergency",
                transcript.all(Happening::alarm).stream()
                        .anyMatch(each -> each.call() == DemoCalls.EMERGENCY
                                && each.what().contains("chest")));
        checks.that(
                DemoCalls.CLINICAL,
                "the medical question was declined with the sentence for it",
                !transcript
                        .all(each -> each.call() == DemoCalls.CLINICAL
                                && each.kind() == Happening.Kind.SAID
                                && each.what().equals("boundary-clinical"))
                        .isEmpty());
    }

    /** Two of the calls hold no emergency. */
    static void falseAlarms(Transcript transcript, DemoChecks checks) {
        for (int call : List.of(DemoCalls.MESSAGE, DemoCalls.CLINICAL)) {
            transcript
                    .all(each -> each.alarm() && each.call() == call)
                    .forEach(each -> checks.flaw(call, "was taken for an emergency: " + each.what(), false));
        }
    }

    /** The callers of the demo wait until the agent has finished: a sentence that it broke off is a mistake. */
    static void interruptions(Transcript transcript, DemoChecks checks) {
        for (int call : List.of(DemoCalls.MESSAGE, DemoCalls.CLINICAL, DemoCalls.EMERGENCY)) {
            int times = transcript
                    .all(each -> each.call() == call && each.kind() == Happening.Kind.BARGED_IN)
                    .size();
            if (times > 0) {
                checks.flaw(
                        call,
                        "the agent broke off " + (times == 1 ? "a sentence" : times + " sentences")
                                + ", although callers here wait for its end",
                        true);
            }
        }
    }

    private static void judge(Transcript transcript, DemoChecks checks, List<Message> messages, List<short[]> voices)
            throws IOException {
        MessageCheck check = new MessageCheck(checks);
        List<Meant> meant = List.of(
                Meant.spoken(DemoCalls.MESSAGE, "message-name", DemoPractice.SPOKEN_NUMBER, "message-about"),
                Meant.spoken(DemoCalls.CLINICAL, "clinical-name", DemoPractice.CALLERS.get(1), "clinical-question"));
        for (Meant each : meant) {
            OptionalInt index = IntStream.range(0, messages.size())
                    .filter(i -> transcript.stored(each.call(), messages.get(i).number()))
                    .findFirst();
            if (index.isPresent()) {
                int i = index.getAsInt();
                check.check(each, Optional.of(messages.get(i)), voices.get(i));
            } else {
                check.check(each, Optional.empty(), new short[0]);
            }
        }
    }

    private static int freePort(InetAddress address) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
            return socket.getLocalPort();
        }
    }
}
