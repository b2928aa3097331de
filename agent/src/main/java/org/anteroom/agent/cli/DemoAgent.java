package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.anteroom.agent.call.CallEvent;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.rehearsal.Happening;
import org.anteroom.agent.rehearsal.RehearsedAgent;

/** The service as a rehearsal starts it: the same composition, with an observer. */
final class DemoAgent implements RehearsedAgent {

    private static final int NEWEST = 20;

    private final Appliance appliance;

    private DemoAgent(Appliance appliance) {
        this.appliance = appliance;
    }

    /** Makes the key that the configuration names and starts the service. */
    static final class Starter implements RehearsedAgent.Starter {
        private final AtomicLong numbers = new AtomicLong();
        private final Map<String, Long> calls = new ConcurrentHashMap<>();

        @Override
        public RehearsedAgent start(Path file, Consumer<Happening> told) throws Exception {
            Vault.createKeyFile(Config.load(file).records().keyFile());
            return new DemoAgent(Appliance.start(StartingPoint.of(file), event -> happening(event, told)));
        }

        private void happening(CallEvent event, Consumer<Happening> told) {
            long call = calls.computeIfAbsent(event.call(), id -> numbers.incrementAndGet());
            Happening.Kind kind;
            String what = "";
            String words = "";
            if (event instanceof CallEvent.Answered) {
                kind = Happening.Kind.ANSWERED;
                what = "answered";
            } else if (event instanceof CallEvent.Heard heard) {
                kind = Happening.Kind.HEARD;
                words = heard.words();
            } else if (event instanceof CallEvent.Keyed keyed) {
                kind = Happening.Kind.KEYED;
                what = String.valueOf(keyed.key());
            } else if (event instanceof CallEvent.Said said) {
                kind = Happening.Kind.SAID;
                what = said.template();
                words = said.words();
            } else if (event instanceof CallEvent.BargedIn) {
                kind = Happening.Kind.BARGED_IN;
                what = "the caller speaks, the agent stops";
            } else if (event instanceof CallEvent.Decided decided) {
                kind = Happening.Kind.DECIDED;
                what = decided.grade() + " by rule " + decided.rule() + " (" + decided.category() + ")";
            } else if (event instanceof CallEvent.Outbound outbound) {
                kind = Happening.Kind.OUTBOUND;
                what = outbound.target() + ": " + outbound.what();
            } else if (event instanceof CallEvent.Stored stored) {
                kind = Happening.Kind.STORED;
                what = "message " + stored.reference();
            } else if (event instanceof CallEvent.Ended ended) {
                kind = Happening.Kind.ENDED;
                what = "over: " + ended.why();
            } else {
                return;
            }
            told.accept(new Happening(event.nanos(), call, kind, what, words));
        }
    }

    @Override
    public List<Message> inbox() throws Exception {
        Inbox inbox = appliance
                .records()
                .orElseThrow(() -> Failure.failed("The records of the demo could not be opened."))
                .inbox();
        return inbox.list(Inbox.RECEPTIONIST, NEWEST).get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        appliance.close();
    }
}
