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
import org.anteroom.agent.interop.AgentProcess;
import org.anteroom.agent.interop.Kamailio;
import org.anteroom.agent.rehearsal.DemoPbx;
import org.anteroom.agent.rehearsal.PbxPlan;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneSettings;
import org.anteroom.agent.rehearsal.SipSeen;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;

/** A practice for measuring: a PBX and two telephones in this process, the installed agent in one of its own. */
final class Practice implements AutoCloseable {

    static final String ON_CALL = "301";
    /** A number that can be called back, so that callers are asked whether it is right. */
    private static final String CALLER = "6145550142";

    private static final String REALM = "practice.test";
    private static final String REPLACED = "A worn recogniser was replaced";
    private static final Duration START = Duration.ofSeconds(90);

    private final DemoPbx pbx;
    private final MediaEngine engine;
    private final Phone caller;
    private final Phone onCall;
    private final AgentProcess agent;
    private final BlockingQueue<SipSeen> onCallInvites = new LinkedBlockingQueue<>();

    Practice(Path folder) throws IOException, InterruptedException {
        this.pbx = new DemoPbx(
                PbxPlan.of(
                        REALM,
                        new PbxPlan.Extension(Kamailio.AGENT, Kamailio.PASSWORD),
                        new PbxPlan.Extension(CALLER, Kamailio.PASSWORD),
                        new PbxPlan.Extension(ON_CALL, Kamailio.PASSWORD)),
                Clock.systemUTC());
        this.engine = new MediaEngine(
                new MediaSettings(InetAddress.getLoopbackAddress(), 40_000, 40_400, 20, 200, false),
                new MediaCounters());
        this.caller = phone(CALLER);
        this.onCall = phone(ON_CALL);
        this.agent =
                AgentProcess.start(folder, pbx.address(), "udp", Kamailio.PASSWORD, false, List.of(List.of(ON_CALL)));
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

    /** What the agent has printed so far. */
    String agentLog() {
        return agent.log();
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
        onCall.close();
        engine.close();
        pbx.close();
    }
}
