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
    private static final String CALLER = "201";
    private static final String REALM = "practice.test";
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

    String agentLog() {
        return agent.log();
    }

    void forgetInvites() {
        onCallInvites.clear();
    }

    /** When the PBX had received the agent's next INVITE to the on-call phone. */
    OptionalLong nextInvite(Duration within) throws InterruptedException {
        SipSeen seen = onCallInvites.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        return seen == null ? OptionalLong.empty() : OptionalLong.of(seen.nanos());
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
