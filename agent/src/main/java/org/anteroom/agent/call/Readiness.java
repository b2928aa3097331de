package org.anteroom.agent.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.speech.PromptStore;
import org.anteroom.speech.Render;
import org.anteroom.speech.RenderRejected;
import org.anteroom.speech.Voice;

/**
 * Gets the sentences into memory that must never be late or garbled: all without slots, rendered in the build, and those
 * with the practice's name, rendered at the first start. Every one is checked again; without greeting and emergency
 * sentences the line does not register. The others with the name can follow when it has: an emergency need not wait for
 * how a call ends.
 */
public final class Readiness {
    private final Catalogue catalogue;
    private final List<PromptStore> stores;
    private final Voice voice;
    private final Health health;

    /**
     * @param stores where renders are looked for, in order; new ones are put into the last
     */
    public Readiness(Catalogue catalogue, List<PromptStore> stores, Voice voice, Health health) {
        this.catalogue = catalogue;
        this.stores = List.copyOf(stores);
        this.voice = voice;
        this.health = health;
    }

    /**
     * Loads or renders every sentence that can be known now. Blocks: milliseconds when all were rendered before, half a
     * minute when none were; interrupted, until the sentence is over that is being rendered. Reports {@link Condition#VOICE}.
     *
     * @param practice the practice's name as it is said aloud
     */
    public SpokenPrompts prepare(String practice) {
        Set<String> texts = new LinkedHashSet<>(Prompts.forPractice(catalogue, practice));
        texts.addAll(Prompts.fixed(catalogue));
        return reported(texts);
    }

    /** The same for those that a call can't begin without, or an emergency be handed over. */
    public SpokenPrompts first(String practice) {
        Set<String> texts = new LinkedHashSet<>(Prompts.firstForPractice(catalogue, practice));
        texts.addAll(Prompts.fixed(catalogue));
        return reported(texts);
    }

    /**
     * All others with the name, into what {@link #first} made. What isn't in it, or can't be rendered, is streamed when it is
     * said: no reason to stop answering calls, so nothing is reported.
     */
    public void rest(String practice, SpokenPrompts prompts) {
        for (String text : Prompts.forPractice(catalogue, practice)) {
            boolean unused = prompts.ready(text) || ready(text, prompts);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private SpokenPrompts reported(Set<String> texts) {
        SpokenPrompts prompts = new SpokenPrompts(voice);
        List<String> failed = new ArrayList<>();
        for (String text : texts) {
            boolean ready = ready(text, prompts);
            if (Thread.currentThread().isInterrupted()) {
                // The start was given up: what wasn't rendered says nothing about the voice.
                return prompts;
            }
            if (!ready) {
                failed.add(text);
            }
        }
        health.report(
                Condition.VOICE,
                failed.isEmpty(),
                failed.isEmpty()
                        ? "All fixed sentences passed their check."
                        : failed.size() + " fixed sentences did not pass their check, the first is \"" + failed.get(0)
                                + "\": word it otherwise where it is your own (practice.sentences), else delete the prompts"
                                + " folder and start again.");
        return prompts;
    }

    private boolean ready(String text, SpokenPrompts prompts) {
        Optional<Render> found =
                stores.stream().flatMap(store -> store.find(text).stream()).findFirst();
        if (found.isEmpty()) {
            found = rendered(text);
        }
        found.ifPresent(prompts::keep);
        return found.isPresent();
    }

    private Optional<Render> rendered(String text) {
        Render render;
        try {
            render = voice.render(text);
        } catch (RenderRejected rejected) {
            return Optional.empty();
        }
        try {
            if (!stores.isEmpty()) {
                stores.get(stores.size() - 1).put(render);
            }
        } catch (IOException notKept) {
            // It is in memory for this run; the next start renders it again.
            return Optional.of(render);
        }
        return Optional.of(render);
    }
}
