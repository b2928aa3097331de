package org.anteroom.agent.rehearsal;

import java.time.Instant;
import java.util.List;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.RefillConfig;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.dialogue.OfficeFacts;
import org.anteroom.agent.dialogue.Services;

/**
 * The practice that a conversation in text is held with.
 *
 * @param type whose sentences and emergency phrases are taken
 * @param desk whether a front desk can be rung in opening hours
 * @param example whether it is the small practice of those who have no configuration
 * @param catalogue every sentence, in the practice's words
 */
public record TextPractice(
        PracticeType type,
        PracticeConfig practice,
        IdentityConfig identity,
        RefillConfig refills,
        OfficeFacts office,
        DialogueSettings choices,
        boolean desk,
        boolean example,
        Catalogue catalogue) {

    /** A configuration's. */
    public static TextPractice of(Config config) {
        return new TextPractice(
                config.practice().type(),
                config.practice(),
                config.identity(),
                config.refills(),
                OfficeFacts.of(config.practice()),
                DialogueSettings.of(config.afterHours()),
                config.desk().number().isPresent(),
                false,
                Catalogue.of(config.practice().type()));
    }

    /** A small practice for those who have no configuration yet. */
    public static TextPractice example(PracticeType type) {
        PracticeConfig practice = ExamplePractice.of(type);
        return new TextPractice(
                type,
                practice,
                ExamplePractice.IDENTITY,
                ExamplePractice.REFILLS,
                OfficeFacts.of(practice),
                new DialogueSettings(false),
                true,
                true,
                Catalogue.of(type));
    }

    /** The same practice with another catalogue and other phrases of emergencies; of an example, the example of that type. */
    public TextPractice as(PracticeType other) {
        return example
                ? example(other)
                : new TextPractice(
                        other, practice, identity, refills, office, choices, desk, false, Catalogue.of(other));
    }

    /** The same practice in its own words. */
    public TextPractice worded(Catalogue own) {
        return new TextPractice(type, practice, identity, refills, office, choices, desk, example, own);
    }

    /** The same with other choices of the practice's. */
    TextPractice with(IdentityConfig proof, OfficeFacts facts, DialogueSettings chosen, boolean reachable) {
        return new TextPractice(type, practice, proof, refills, facts, chosen, reachable, example, catalogue);
    }

    /** The same without an appointment book. */
    TextPractice unbooked() {
        PracticeConfig bookless = practice.withoutBook();
        return new TextPractice(type, bookless, identity, refills, office, choices, desk, example, catalogue);
    }

    /** What is done for its callers beside taking messages. */
    public Services services() {
        return Services.of(practice, identity, refills);
    }

    /** Who can be named in a conversation with the example practice, one of them with an appointment; nobody in any other. */
    public List<OnFile> onFile(Instant now) {
        return example ? ExamplePractice.onFile(practice, now) : List.of();
    }
}
