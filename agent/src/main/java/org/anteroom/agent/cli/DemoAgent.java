package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.anteroom.agent.call.CallEvent;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.records.Recorded;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.rehearsal.Happening;
import org.anteroom.agent.rehearsal.RehearsedAgent;

/** The service as a rehearsal starts it: the same composition, with an observer. */
final class DemoAgent implements RehearsedAgent {

    private static final int NEWEST = 20;
    /** A minute and a half of both sides of a call. */
    private static final int LONGEST_SAMPLES = 90 * 8_000 * 2;

    private final Appliance appliance;

    private DemoAgent(Appliance appliance) {
        this.appliance = appliance;
    }

    /** Makes the key that the configuration names and starts the service. */
    static final class Starter implements RehearsedAgent.Starter {
        private final AtomicInteger numbers = new AtomicInteger();
        private final Map<String, Integer> calls = new ConcurrentHashMap<>();

        @Override
        public RehearsedAgent start(Path file, Consumer<Happening> told) throws Exception {
            Vault.createKeyFile(Config.load(file).records().keyFile());
            return new DemoAgent(Appliance.start(
                    StartingPoint.of(file, Instant.now()),
                    event -> happening(event, told),
                    Optional.empty(),
                    Reloading.NONE));
        }

        private void happening(CallEvent event, Consumer<Happening> told) {
            int call = calls.computeIfAbsent(event.call(), id -> numbers.incrementAndGet());
            Happenings.of(event, call).ifPresent(told);
        }
    }

    @Override
    public List<Message> inbox() throws Exception {
        return records().inbox().list(Inbox.RECEPTIONIST, NEWEST).get(10, TimeUnit.SECONDS);
    }

    @Override
    public short[] callerVoice(Message message) throws Failure {
        Optional<Draft.Clip> clip = message.content().clip();
        if (clip.isEmpty()) {
            return new short[0];
        }
        int most = (int) Math.min(LONGEST_SAMPLES, clip.get().to() - clip.get().from());
        short[] both = records()
                .recordings()
                .read(message.content().callId(), clip.get().from(), most)
                .map(Recorded::pcm)
                .orElse(new short[0]);
        short[] caller = new short[both.length / 2];
        for (int i = 0; i < caller.length; i++) {
            caller[i] = both[2 * i];
        }
        return caller;
    }

    private OpenRecords records() throws Failure {
        return appliance.records().orElseThrow(() -> Failure.failed("The records of the demo could not be opened."));
    }

    @Override
    public void close() {
        appliance.close();
    }
}
