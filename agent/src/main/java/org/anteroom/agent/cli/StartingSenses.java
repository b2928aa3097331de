package org.anteroom.agent.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.anteroom.agent.config.SpeechConfig;
import org.anteroom.agent.dialogue.RequestReader;
import org.anteroom.agent.dialogue.TurnMeaning;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Senses on their way: what takes seconds is made beside everything else. The voice is there at once and starts its
 *  synthesiser when a sentence is wanted that isn't rendered yet, at the latest when {@link #checkVoice} is called.
 */
record StartingSenses(
        Future<Ears> ears,
        Voice voice,
        Future<Optional<Meaning>> meaning,
        Future<Optional<TurnMeaning>> meanings,
        boolean lent) {

    private static final Logger LOG = LoggerFactory.getLogger(StartingSenses.class);

    /**
     *  @param conversing whether callers are asked what they want, so that it must be understood
     *  @param own told each part as soon as it was made, to be closed by whoever hears it; any thread
     */
    static StartingSenses begin(
            StartStages stages,
            SpeechConfig speech,
            SpeechCounters counters,
            Health health,
            boolean conversing,
            Consumer<AutoCloseable> own) {
        Future<Ears> ears = stages.begin("recogniser", () -> {
            Ears made = new Ears(Wiring.ears(speech), counters);
            own.accept(made);
            return made;
        });
        Future<Optional<Meaning>> meaning = stages.begin("sentence model", () -> {
            Optional<Meaning> made = meaning(health);
            made.ifPresent(own);
            return made;
        });
        Future<Optional<TurnMeaning>> meanings = conversing
                ? stages.begin("requests", () -> meanings(StartStages.made(meaning), health))
                : CompletableFuture.completedFuture(Optional.empty());
        Voice voice = Voice.late(Wiring.voice(), counters);
        own.accept(voice);
        return new StartingSenses(ears, voice, meaning, meanings, false);
    }

    /** Those that somebody lends. */
    static StartingSenses lent(Senses senses) {
        return new StartingSenses(
                CompletableFuture.completedFuture(senses.ears()),
                senses.voice(),
                CompletableFuture.completedFuture(senses.meaning()),
                CompletableFuture.completedFuture(senses.meanings()),
                true);
    }

    /** Without the score, rules and keys alone decide: worse, and no reason not to answer. */
    private static Optional<Meaning> meaning(Health health) {
        try {
            Meaning meaning = Meaning.load();
            health.report(Condition.MEANING, true, "What callers mean is judged.");
            return Optional.of(meaning);
        } catch (IOException | RuntimeException | LinkageError e) {
            health.report(
                    Condition.MEANING,
                    false,
                    "Emergencies are recognised by their phrases only, not by what callers mean: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Without it, requests are understood by the reviewed patterns alone: worse, and no reason not to answer. */
    private static Optional<TurnMeaning> meanings(Optional<Meaning> meaning, Health health) {
        if (meaning.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RequestReader.beside(meaning.get()::vector));
        } catch (IOException | RuntimeException | LinkageError e) {
            health.report(
                    Condition.MEANING,
                    false,
                    "What callers want is understood by patterns only, not by what they mean: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Proves that it speaks also what isn't rendered; where it doesn't, calls can't be served well. Takes seconds.
     *
     *  @param ending whether the service ends meanwhile, which proves nothing
     */
    void checkVoice(Health health, BooleanSupplier ending) {
        if (lent) {
            return;
        }
        try {
            voice.check();
            LOG.debug("start: the voice speaks what isn't rendered");
        } catch (IOException | RuntimeException | LinkageError e) {
            if (ending.getAsBoolean()) {
                return;
            }
            health.report(
                    Condition.VOICE,
                    false,
                    "What isn't rendered can't be spoken: " + e.getMessage()
                            + ". Restart the service; if it stays so, install Anteroom again.");
        }
    }
}
