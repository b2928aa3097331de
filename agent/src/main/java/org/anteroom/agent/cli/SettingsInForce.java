package org.anteroom.agent.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.anteroom.agent.call.CallChoices;
import org.anteroom.agent.call.CallSettings;
import org.anteroom.agent.call.HandOvers;
import org.anteroom.agent.call.Receptionist;
import org.anteroom.agent.call.SpokenPrompts;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;

/** What calls to come go by, and its change while the service runs. Invariant: what could refuse a change is asked before
 *  anything is changed. Any thread, but one change at a time.
 */
final class SettingsInForce {

    /** Makes what callers hear first ready to be spoken. */
    @FunctionalInterface
    interface Speaking {
        /** @param health told whether it can be spoken */
        SpokenPrompts prepare(Catalogue catalogue, String practice, Health health);
    }

    private final Running now;
    private final Speaking speaking;
    private final Trail trail;
    private final OwnedParts parts;
    private final List<Consumer<Config>> others = new CopyOnWriteArrayList<>();
    private volatile Optional<Config> config;
    private volatile Instant loaded;
    private volatile Catalogue catalogue;
    private volatile SpokenPrompts prompts;

    /** @param prompts of the start
     *  @param parts closes what a change makes
     */
    SettingsInForce(
            Running now, Catalogue catalogue, Speaking speaking, SpokenPrompts prompts, Trail trail, OwnedParts parts) {
        this.now = now;
        this.catalogue = catalogue;
        this.speaking = speaking;
        this.prompts = prompts;
        this.trail = trail;
        this.parts = parts;
        this.config = now.from().config();
        this.loaded = now.clock().instant();
        takeHandOvers(now.from().plan().oncall());
    }

    /** Empty where the configuration can't be used. */
    Optional<Config> config() {
        return config;
    }

    /** When it was read last, and could be used. */
    Instant loaded() {
        return loaded;
    }

    /** From now on told of each change, after calls go by it; can't refuse it. */
    void whenChanged(Consumer<Config> told) {
        others.add(told);
    }

    /** Calls to come go by this from now on.
     *
     *  @param read in order by itself
     *  @throws Failure with what is against it; nothing has changed then
     */
    Reload reload(Config read) throws Failure {
        Config before = config.orElseThrow(
                () -> Failure.temporary("The service serves emergencies only: try again in a moment."));
        Reload reload = Reload.of(before, read);
        Config next = reload.effective();
        // Of another type of practice, only once the service is started anew.
        Catalogue words = read.practice().type() == before.practice().type()
                ? OwnSentences.catalogue(next.practice())
                : catalogue;
        boolean worded = !words.written().equals(catalogue.written());
        SpokenPrompts spoken = spoken(
                words, worded, before.practice().spokenName(), next.practice().spokenName());
        Receptionist receptionist = now.receptionist();
        CallChoices choices = new CallChoices(
                CallSettings.of(next).closedBy(now.boards().closures()::closures),
                spoken,
                next.oncall().emergencyKey().equals(before.oncall().emergencyKey())
                        ? receptionist.detector()
                        : new Detector(Wiring.rules(next.practice()), Wiring.keys(next.oncall())),
                next.afterHours().equals(before.afterHours())
                        ? receptionist.conversation()
                        : new Conversation(DialogueSettings.of(next.afterHours())),
                words);
        // Keeps the plan of the whole file, which a restart would go by.
        now.boards().oncall().reloaded(EmergencyPlan.of(read));
        receptionist.choose(choices);
        if (!next.oncall().equals(before.oncall())) {
            // Those before are closed at the end: calls about a hand-over may be going on.
            takeHandOvers(next.oncall());
        }
        catalogue = words;
        prompts = spoken;
        config = Optional.of(next);
        loaded = now.clock().instant();
        others.forEach(told -> told.accept(next));
        return worded ? reload.and("sentences") : reload;
    }

    /** A practice that has another name, or words sentences anew, needs them before anybody calls. */
    private SpokenPrompts spoken(Catalogue words, boolean worded, String before, String next) throws Failure {
        if (before.equals(next) && !worded) {
            return prompts;
        }
        Health check = new Health();
        SpokenPrompts made = speaking.prepare(words, next, check);
        if (check.ok(Condition.VOICE)) {
            return made;
        }
        if (!before.equals(next)) {
            throw Failure.failed("The practice's new name can't be spoken: write it otherwise in practice.say-name.");
        }
        throw Failure.failed("The voice can't say a sentence of practice.sentences: "
                + check.reports().stream()
                        .filter(report -> report.condition() == Condition.VOICE)
                        .map(Health.Report::sentence)
                        .collect(Collectors.joining(" ")));
    }

    /** By phone, where a code is configured; from the kept plan as well, because it needs no records. */
    private void takeHandOvers(OncallConfig oncall) {
        if (oncall.handOver().code().isEmpty()) {
            now.receptionist().handOvers(Optional.empty());
            return;
        }
        ZoneId zone = now.from().plan().practice().timezone();
        DutyDesk desk = new DutyDesk(now.from().file(), now.boards().oncall(), trail);
        HandOvers taking = parts.own(new HandOvers(oncall, zone, desk, catalogue, now.alarms(), now.clock()));
        now.receptionist().handOvers(Optional.of(taking));
    }
}
