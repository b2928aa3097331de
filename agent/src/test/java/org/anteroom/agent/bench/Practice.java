package org.anteroom.agent.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anteroom.agent.interop.AgentProcess;
import org.anteroom.agent.interop.Kamailio;
import org.anteroom.agent.rehearsal.DemoPbx;
import org.anteroom.agent.rehearsal.PbxPlan;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.PhoneSettings;
import org.anteroom.agent.rehearsal.SipSeen;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;

/** A practice for measuring: a PBX and three telephones in this process, the installed agent in one of its own. */
final class Practice implements AutoCloseable {

    static final String ON_CALL = "301";
    /** A number that can be called back, so that callers are asked whether it is right. */
    static final String CALLER = "6145550142";

    private static final String OTHERS = "6145550143";

    private static final String REALM = "practice.test";
    private static final String REPLACED = "A worn recogniser was replaced";
    private static final Pattern JUDGED = Pattern.compile(".*A clause was judged in (\\d+) us");
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** More than the preset four: an emergency is measured while four others talk and the one before may still be ending. */
    private static final int CALLS = 6;

    private static final Duration ADMITTED = Duration.ofSeconds(60);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration START = Duration.ofSeconds(90);

    private final DemoPbx pbx;
    private final MediaEngine engine;
    private final Phone caller;
    private final Phone others;
    private final Phone onCall;
    private final AgentProcess agent;
    private final AtomicInteger refused = new AtomicInteger();
    private final BlockingQueue<SipSeen> onCallInvites = new LinkedBlockingQueue<>();

    Practice(Path folder) throws IOException, InterruptedException {
        this(folder, CALLS);
    }

    /** @param simultaneous how many calls the agent lets in */
    Practice(Path folder, int simultaneous) throws IOException, InterruptedException {
        this.pbx = new DemoPbx(
                PbxPlan.of(
                        REALM,
                        new PbxPlan.Extension(Kamailio.AGENT, Kamailio.PASSWORD),
                        new PbxPlan.Extension(CALLER, Kamailio.PASSWORD),
                        new PbxPlan.Extension(OTHERS, Kamailio.PASSWORD),
                        new PbxPlan.Extension(ON_CALL, Kamailio.PASSWORD)),
                Clock.systemUTC());
        this.engine = new MediaEngine(
                new MediaSettings(InetAddress.getLoopbackAddress(), 40_000, 40_400, 20, 200, false),
                new MediaCounters());
        this.caller = phone(CALLER);
        this.others = phone(OTHERS);
        this.onCall = phone(ON_CALL);
        this.agent = AgentProcess.start(
                folder, pbx.address(), "udp", Kamailio.PASSWORD, false, simultaneous, List.of(List.of(ON_CALL)));
        pbx.watch(message -> {
            if (message.method().equals("INVITE")
                    && message.status() == 0
                    && message.from().equals(Kamailio.AGENT)
                    && message.to().equals(ON_CALL)) {
                onCallInvites.add(message);
            }
        });
        long deadline = System.nanoTime() + START.toNanos();
        BlockingQueue<SipSeen> registers = new LinkedBlockingQueue<>();
        try (AutoCloseable watching = pbx.watch(registers::add)) {
            while (!pbx.registered(Kamailio.AGENT)) {
                registers.poll(100, TimeUnit.MILLISECONDS);
                if (System.nanoTime() > deadline || !agent.running()) {
                    throw new IllegalStateException("The agent did not register:\n" + agent.log());
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The PBX could not be watched.", e);
        }
    }

    private Phone phone(String extension) throws IOException, InterruptedException {
        Phone phone = new Phone(PhoneSettings.of(pbx, REALM, extension, Kamailio.PASSWORD), engine);
        phone.register(Duration.ofSeconds(10));
        return phone;
    }

    Phone caller() {
        return caller;
    }

    /** Calls the agent until it answers: it lets nobody in while the machine is too slow for it. The taker closes the call.
     *
     *  @throws IllegalStateException when it doesn't within a minute, with its log
     */
    PhoneCall answered(Phone phone) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + ADMITTED.toNanos();
        while (true) {
            PhoneCall call = phone.dial(Kamailio.AGENT);
            if (call.awaitAnswered(ANSWER)) {
                return call;
            }
            call.close();
            refused.incrementAndGet();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The agent did not answer a call of the bench: " + call.ending() + "\n" + agent.log());
            }
            TimeUnit.NANOSECONDS.sleep(AGAIN.toNanos());
        }
    }

    /** How many calls {@link #answered} had to place again. */
    int refused() {
        return refused.get();
    }

    /** A second number, for calls in progress beside the caller's. */
    Phone others() {
        return others;
    }

    Phone onCall() {
        return onCall;
    }

    ProcessUse use() {
        return new ProcessUse(agent.pid());
    }

    /** How often the agent replaced a recogniser, by its log. */
    long recognisersReplaced() {
        return agent.log().lines().filter(line -> line.endsWith(REPLACED)).count();
    }

    /** How long the meaning of each clause took so far, in ms, by its log. */
    List<Double> judgedMs() {
        return agent.log()
                .lines()
                .map(JUDGED::matcher)
                .filter(Matcher::matches)
                .map(line -> Long.parseLong(line.group(1)) / 1e3)
                .toList();
    }

    /** Runs one of the agent's commands and returns what it printed. */
    String command(String... words) throws IOException, InterruptedException {
        return agent.command(words);
    }

    /** When the PBX had received the first INVITE of the agent's to the on-call phone after that moment. */
    OptionalLong inviteAfter(long nanos, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        for (long left = within.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            SipSeen seen = onCallInvites.poll(left, TimeUnit.NANOSECONDS);
            if (seen != null && seen.nanos() > nanos) {
                return OptionalLong.of(seen.nanos());
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public void close() throws IOException {
        agent.close();
        caller.close();
        others.close();
        onCall.close();
        engine.close();
        pbx.close();
    }
}
