package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.anteroom.agent.call.Readiness;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.SpeechConfig;
import org.anteroom.agent.dialogue.RequestReader;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.rehearsal.Happening;
import org.anteroom.agent.rehearsal.OnFile;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.calls.AnsweringAgent;
import org.anteroom.agent.watch.Health;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;

/** The service as a tried call has it: the same composition, with senses that all calls share and a clock of its own. */
final class CallAgent implements AnsweringAgent {
    private static final int NEWEST = 20;
    private static final long READ_SECONDS = 10;
    private static final long LOOK_MS = 20;

    private final Appliance appliance;
    private final OpenRecords records;

    private CallAgent(Appliance appliance, OpenRecords records) {
        this.appliance = appliance;
        this.records = records;
    }

    /** What all of them hear, speak and judge with; takes seconds to make.
     *
     *  @param calls at the same time, each with somebody who listens at either end
     */
    static Senses senses(int calls) throws IOException {
        SpeechCounters counters = new SpeechCounters();
        SpeechConfig speech = new SpeechConfig(Optional.empty(), Optional.empty(), 2 * calls, OptionalInt.empty());
        Ears ears = new Ears(Wiring.ears(speech), counters);
        Meaning meaning = Meaning.load();
        return new Senses(
                ears,
                new Voice(Wiring.voice(), counters),
                Optional.of(meaning),
                Optional.of(RequestReader.beside(meaning::vector)));
    }

    /** Renders the sentences with the practices' names, which would otherwise be done during the first calls.
     *
     *  @param prompts where they are kept
     */
    static void prepare(Senses senses, List<TextPractice> practices, Path prompts) {
        SpeechConfig speech = new SpeechConfig(Optional.empty(), Optional.of(prompts), 1, OptionalInt.empty());
        for (TextPractice practice : practices) {
            var unused = new Readiness(practice.catalogue(), Wiring.promptStores(speech), senses.voice(), new Health())
                    .prepare(practice.practice().spokenName());
        }
    }

    /** Starts one by senses that stay the lender's. */
    static AnsweringAgent.Starter starter(Senses senses) {
        return (folder, config, practice, onFile, now, told) ->
                start(senses, folder, config, practice, onFile, now, told);
    }

    private static AnsweringAgent start(
            Senses senses,
            Path folder,
            Config config,
            TextPractice practice,
            List<OnFile> onFile,
            Instant now,
            Consumer<Happening> told)
            throws Exception {
        Vault.createKeyFile(config.records().keyFile());
        Path file = folder.resolve("anteroom.toml");
        StartingPoint from = new StartingPoint(file, EmergencyPlan.of(config), Optional.of(config), "", "");
        Appliance appliance = Appliance.start(
                from,
                event -> Happenings.of(event, 1).ifPresent(told),
                Optional.of(senses),
                Reloading.NONE,
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), now)));
        try {
            OpenRecords records = appliance
                    .records()
                    .orElseThrow(() -> Failure.failed("The records of a tried call could not be opened."));
            Enrolment.of(onFile, practice, records.book(), now);
            return new CallAgent(appliance, records);
        } catch (RuntimeException | Failure e) {
            appliance.close();
            throw e;
        }
    }

    /** What is stored when a caller hangs up comes after the call's end. */
    private void awaitIdle() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READ_SECONDS);
        while (!appliance.idle() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
        }
    }

    @Override
    public LocalBook book() {
        return records.book();
    }

    @Override
    public List<Message> inbox() throws Exception {
        awaitIdle();
        return records.inbox().list(Inbox.RECEPTIONIST, NEWEST).get(READ_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        appliance.close();
    }
}
