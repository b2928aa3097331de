package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.anteroom.agent.practice.Message;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;

/** Three calls to the real agent over real SIP and RTP on this machine: a message, an emergency, a clinical question.
 *  Prints them as they happen, then what was measured and what was stored, and says whether all was as it should be.
 */
public final class Demo {

    private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(20);
    private static final Duration CALLS_WITHIN = Duration.ofSeconds(110);

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
        Path folder = Files.createTempDirectory("anteroom-demo-");
        DemoChecks checks = new DemoChecks();
        long begun = System.nanoTime();
        try (Transcript transcript = new Transcript(out)) {
            play(folder, transcript, checks);
        } finally {
            delete(folder);
        }
        out.println();
        out.println("Was it as it should be?");
        checks.lines().forEach(out::println);
        out.println(String.format(Locale.ROOT, "%nThe demo took %.0f s.", (System.nanoTime() - begun) / 1e9));
        out.flush();
        return checks.broken();
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
                    "demo", "a PBX and four phones are up on " + loopback.getHostAddress() + "; the agent starts");
            Path config = DemoPractice.configure(folder, pbx, freePort(loopback));
            try (RehearsedAgent agent = starter.start(config, transcript::happened)) {
                OptionalLong decisive = callAll(calls, List.of(first, second, third), checks, transcript);
                doctor.failures().forEach(failure -> checks.that("the doctor's phone: " + failure.getMessage(), false));
                judge(transcript, checks, agent.inbox(), doctor.rung());
                transcript.close();
                DemoReport report = new DemoReport(out, sip, transcript);
                report.figures(calls, decisive);
                report.inbox(agent.inbox());
            }
        }
    }

    /** The first call alone until it is greeted; then the other two, one after the other. */
    private static OptionalLong callAll(DemoCalls calls, List<Phone> phones, DemoChecks checks, Transcript transcript)
            throws InterruptedException {
        long deadline = System.nanoTime() + CALLS_WITHIN.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "demo-caller"));
        try {
            Future<OptionalLong> message = pool.submit(() -> {
                calls.message(phones.get(0));
                return OptionalLong.empty();
            });
            calls.underWay().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            Future<OptionalLong> others = pool.submit(() -> {
                OptionalLong decisive = OptionalLong.of(calls.emergency(phones.get(1)));
                calls.clinical(phones.get(2));
                return decisive;
            });
            finish(message, "the call with the message", deadline, checks);
            return finish(others, "the emergency and the clinical question", deadline, checks);
        } finally {
            pool.shutdownNow();
            transcript.note("demo", "the calls are over");
        }
    }

    private static OptionalLong finish(Future<OptionalLong> calls, String what, long deadlineNanos, DemoChecks checks)
            throws InterruptedException {
        try {
            return calls.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            String why = e.getCause() == null
                    ? "unknown"
                    : String.valueOf(e.getCause().getMessage());
            checks.that(what + ": " + why, false);
        } catch (TimeoutException e) {
            checks.that(what + " was over within " + CALLS_WITHIN.toSeconds() + " s", false);
        }
        return OptionalLong.empty();
    }

    private static void judge(Transcript transcript, DemoChecks checks, List<Message> inbox, int doctorRung) {
        checks.that("the on-call phone rang", doctorRung > 0);
        checks.that(
                "chest pain was decided to be an alarm",
                transcript
                        .all(each -> each.kind() == Happening.Kind.DECIDED
                                && each.what().contains("chest"))
                        .stream()
                        .anyMatch(each -> each.what().toLowerCase(Locale.ROOT).contains("alarm")));
        checks.that(
                "the clinical question got the boundary sentence",
                !transcript
                        .all(each -> each.kind() == Happening.Kind.SAID
                                && each.what().equals("boundary-clinical"))
                        .isEmpty());
        checks.that("the first message holds the number that was spoken", complete(inbox, DemoPractice.SPOKEN_NUMBER));
        checks.that("the second message holds the number called from", complete(inbox, DemoPractice.CALLERS.get(2)));
    }

    private static boolean complete(List<Message> inbox, String number) {
        return inbox.stream()
                .map(Message::content)
                .anyMatch(message -> !message.incomplete()
                        && message.callBack().equals(Optional.of(number))
                        && message.callerName().isPresent()
                        && message.about().isPresent());
    }

    private static int freePort(InetAddress address) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = new ArrayList<>(files.toList());
            deepestFirst.sort(Comparator.reverseOrder());
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
