package org.anteroom.agent.dialogue;

import java.util.List;
import org.anteroom.agent.words.SpokenDigits;

/**
 * What is asked at a stage, and how the answer is listened to.
 *
 * @param ask the question
 * @param again put after "I did not understand": the question with more help
 * @param help after "what can I say?"
 */
record Question(List<Act.Say> ask, List<Act.Say> again, List<Act.Say> help, Hearing hearing) {
    /** Silence after our last word, in ms, before the caller is asked again. */
    static final int SILENCE_MS = 6_000;
    /** The same once the caller was told to press any key; four of them make the 60 s that the line stays open. */
    static final int SPEECHLESS_MS = 15_000;

    /** The same for whoever waits for a text, and then has to look for it. */
    static final int TEXT_MS = 20_000;

    static Question at(Stage stage, Form form, boolean personToHand) {
        return switch (stage) {
            case OPEN -> open(TemplateId.HOW_CAN_I_HELP);
            case FURTHER -> open(TemplateId.ANYTHING_ELSE);
            case OFFER -> yesNo(
                    Act.Say.of(personToHand ? TemplateId.OFFER_MESSAGE_OR_PERSON : TemplateId.OFFER_MESSAGE),
                    TemplateId.HELP_OFFER);
            case NAME -> of(TemplateId.ASK_NAME, TemplateId.ASK_NAME_AGAIN, TemplateId.HELP_NAME, Hearing.NAME);
            case SAME_NUMBER -> yesNo(Act.Say.of(TemplateId.ASK_SAME_NUMBER), TemplateId.HELP_YES_NO);
            case NUMBER -> of(TemplateId.ASK_NUMBER, again(form), TemplateId.HELP_NUMBER, Hearing.DIGITS);
            case CONFIRM_NUMBER -> yesNo(readBack(form), TemplateId.HELP_YES_NO);
            case ABOUT -> of(
                    TemplateId.ASK_ABOUT, TemplateId.ASK_ABOUT_AGAIN, TemplateId.HELP_ABOUT, Hearing.MONOLOGUE);
            case ADDING -> of(
                    TemplateId.ASK_MORE_NOW, TemplateId.ASK_ABOUT_AGAIN, TemplateId.HELP_ABOUT, Hearing.LAST_WORDS);
            case MORE -> of(TemplateId.ASK_MORE, TemplateId.ASK_MORE, TemplateId.ASK_MORE, Hearing.ADDITION);
            case EMERGENCY_ONLY -> of(
                    TemplateId.EMERGENCY_ONLY_AGAIN,
                    TemplateId.EMERGENCY_ONLY_AGAIN,
                    TemplateId.EMERGENCY_ONLY_AGAIN,
                    Hearing.OPEN);
            default -> throw new IllegalStateException("no message asks anything at " + stage);
        };
    }

    /** @param speechless the caller was told that any key reaches a person, so one key is enough */
    Listen listen(Stage stage, Services services, boolean speechless) {
        List<String> grammar = SlotGrammar.at(stage, hearing, services);
        boolean digitEntry = digits() && !speechless;
        int patience = hearing == Hearing.CODE ? TEXT_MS : SILENCE_MS;
        return new Listen(hearing, grammar, true, digitEntry, speechless ? SPEECHLESS_MS : patience);
    }

    /** Keys are digits of one answer here. */
    private boolean digits() {
        return switch (hearing) {
            case DIGITS, PIN, CODE, BIRTH_DATE, MEMBER_ID -> true;
            default -> false;
        };
    }

    private static Question open(TemplateId ask) {
        return of(ask, TemplateId.HELP_OPEN, TemplateId.HELP_OPEN, Hearing.OPEN);
    }

    static Question yesNo(Act.Say ask, TemplateId help) {
        List<Act.Say> withHelp = List.of(ask, Act.Say.of(help));
        return new Question(List.of(ask), withHelp, withHelp, Hearing.YES_NO);
    }

    static Question of(TemplateId ask, TemplateId again, TemplateId help, Hearing hearing) {
        return new Question(List.of(Act.Say.of(ask)), List.of(Act.Say.of(again)), List.of(Act.Say.of(help)), hearing);
    }

    /** A question whose words hold slots. */
    static Question of(Act.Say ask, Act.Say again, Act.Say help, Hearing hearing) {
        return new Question(List.of(ask), List.of(again), List.of(help), hearing);
    }

    /** "Once more" is for who has said it before. */
    private static TemplateId again(Form form) {
        return form.callBack().isPresent() ? TemplateId.ASK_NUMBER_AGAIN : TemplateId.ASK_NUMBER_DIGITS;
    }

    private static Act.Say readBack(Form form) {
        return form.callBack()
                .map(digits -> Act.Say.of(TemplateId.READ_NUMBER, Slot.NUMBER, SpokenDigits.said(digits)))
                .orElse(Act.Say.of(TemplateId.ASK_NUMBER));
    }
}
