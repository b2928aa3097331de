package org.anteroom.agent.dialogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.words.Normaliser;

/**
 * What the slot recogniser listens for at a question: examples of how it is answered, and what may be said to any question. It takes
 * everything else for nothing, so that what it leaves out is as good as not there. From examples of whole answers it learns what follows
 * what; of words alone it would rather make one long than three short ones: "seventy one" of "seven two one".
 */
final class SlotGrammar {
    private static final List<String> SHORT = SlotSentences.drawn("short", 400);
    private static final List<String> CLOSING = SlotSentences.drawn("closing", 400);
    private static final List<String> PHONE = SlotSentences.drawn("phone", 600);
    /** Where a yes or a no is asked for, most say that and nothing else. */
    private static final List<String> CONFIRM_PHONE = with(SHORT, SlotSentences.drawn("phone-corrected", 200));

    private static final List<String> CONFIRM_MEMBER_ID = with(SHORT, SlotSentences.drawn("member-id-corrected", 300));
    private static final List<String> FIRST_VISIT = with(SHORT, SlotSentences.drawn("first-visit", 200));
    private static final List<String> PIN = SlotSentences.drawn("pin", 300);
    private static final List<String> BIRTH = SlotSentences.drawn("birth", 1_000);
    private static final List<String> NAME = SlotSentences.drawn("name", 3_000);
    private static final List<String> ANIMAL = SlotSentences.drawn("animal", 800);
    private static final List<String> SPELLING = SlotSentences.drawn("spelling", 1_500);
    private static final List<String> MEMBER_ID = SlotSentences.drawn("member-id", 800);
    private static final List<String> PAYER = SlotSentences.drawn("payer", 200);
    private static final List<String> PHARMACY = SlotSentences.drawn("pharmacy", 300);
    private static final List<String> REFILL = SlotSentences.drawn("refill", 600);
    private static final List<String> WHEN = SlotSentences.drawn("when", 1_000);

    private SlotGrammar() {}

    /** Sentences in lower case, likelier ones more often; none where only the open recogniser listens. */
    static List<String> at(Stage stage, Hearing hearing, Services services) {
        return switch (stage) {
            case FURTHER -> CLOSING;
            case CONFIRM_NUMBER -> CONFIRM_PHONE;
            case CONFIRM_MEMBER_ID -> CONFIRM_MEMBER_ID;
            case ANIMAL -> ANIMAL;
            case FIRST_VISIT -> FIRST_VISIT;
            case PAYER -> with(PAYER, named(services.payers(), "payers"));
            case PHARMACY -> with(PHARMACY, named(services.pharmacies(), "pharmacies"));
            case REFILL -> REFILL;
            case VISIT -> named(services.visits(), "visits");
            default -> at(hearing, services);
        };
    }

    private static List<String> at(Hearing hearing, Services services) {
        return switch (hearing) {
            case YES_NO -> SHORT;
            case ADDITION -> CLOSING;
            case DIGITS -> PHONE;
            case PIN, CODE -> PIN;
            case BIRTH_DATE -> BIRTH;
            case NAME -> NAME;
            case SPELLING -> SPELLING;
            case MEMBER_ID -> MEMBER_ID;
            case WHEN, CHOICE -> with(WHEN, providers(services));
            case OPEN, MONOLOGUE, LAST_WORDS -> List.of();
        };
    }

    private static List<String> named(NamedThings<?> things, String before) {
        List<String> names = things.names().stream().map(NamedThings.Name::said).toList();
        return names.isEmpty()
                ? List.of()
                : Stream.of(written(before), names, after(written(before), names))
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<String> providers(Services services) {
        List<String> names = services.providers().stream()
                .map(PracticeProvider::name)
                .map(name -> String.join(" ", Normaliser.words(name)))
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .distinct()
                .toList();
        return with(often(names), after(written("providers"), names));
    }

    private static List<String> after(List<String> leads, List<String> names) {
        return names.stream()
                .flatMap(name -> leads.stream().map(lead -> lead + " " + name))
                .toList();
    }

    private static List<String> with(List<String> phrases, List<String> more) {
        return Stream.concat(phrases.stream(), more.stream()).toList();
    }

    private static List<String> often(List<String> phrases) {
        return Collections.nCopies(5, phrases).stream().flatMap(List::stream).toList();
    }

    private static List<String> written(String... kinds) {
        return Arrays.stream(kinds)
                .flatMap(kind -> SlotSentences.written(kind).stream())
                .distinct()
                .toList();
    }
}
