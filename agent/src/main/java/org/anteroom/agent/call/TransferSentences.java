package org.anteroom.agent.call;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.anteroom.agent.config.FailedSentence;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.EmergencySentence;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.speech.Tempo;

/**
 * The words of the emergency's sentences on one call.
 *
 * @param practice the practice's name as it is said aloud
 * @param failed what the caller hears when nobody took it, as the practice chose
 * @param category what the emergency is about when the sentence is spoken, in the reviewed words of its rule
 * @param callBack the caller's number, digits, where it is known
 * @param drill whether every phone is told first that it is a drill
 */
record TransferSentences(
        Catalogue catalogue,
        String practice,
        FailedSentence failed,
        Supplier<String> category,
        Optional<String> callBack,
        boolean drill) {

    private static final String DRILL = "drill, ";

    static final int ANNOUNCEMENT_PAUSE_MS = 1_200;

    /** Those of a real call. */
    TransferSentences(
            Catalogue catalogue,
            String practice,
            FailedSentence failed,
            Supplier<String> category,
            Optional<String> callBack) {
        this(catalogue, practice, failed, category, callBack, false);
    }

    /** The template that stands for the sentence. */
    TemplateId template(EmergencySentence sentence) {
        boolean numberKnown = callBack.isPresent();
        return switch (sentence) {
            case CONNECTING -> TemplateId.CONNECTING;
            case ALL_FAILED -> TemplateId.allFailed(failed);
            case PRESS_ONE -> drill ? TemplateId.ON_CALL_DRILL : TemplateId.ON_CALL_ANNOUNCE;
            case CALLER_HUNG_UP -> drill ? TemplateId.ON_CALL_DRILL : TemplateId.ON_CALL_HUNG_UP;
            case ALREADY_TAKEN -> TemplateId.ON_CALL_TAKEN;
            case CALLING_NEXT -> TemplateId.ON_CALL_NEXT;
            case NOBODY_ELSE -> TemplateId.ON_CALL_NOBODY_ELSE;
            case NOTED -> TemplateId.ON_CALL_NOTED;
            case CALLING_SERVICE -> TemplateId.ON_CALL_SERVICE;
            case SERVICE_FAILED -> TemplateId.ON_CALL_SERVICE_FAILED;
            case NO_SERVICE -> TemplateId.ON_CALL_NO_SERVICE;
            case CALLER_LEFT -> TemplateId.ON_CALL_CALLER_LEFT;
            case DISCLOSURE -> numberKnown ? TemplateId.ON_CALL_DISCLOSE : TemplateId.ON_CALL_DISCLOSE_UNKNOWN;
            case CALLER_NUMBER -> numberKnown ? TemplateId.ON_CALL_NUMBER : TemplateId.ON_CALL_NUMBER_UNKNOWN;
        };
    }

    String text(EmergencySentence sentence) {
        TemplateId id = template(sentence);
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        for (Slot slot : id.slots()) {
            slots.put(
                    slot,
                    switch (slot) {
                        case PRACTICE -> practice;
                        case CATEGORY -> (drill ? DRILL : "") + category.get().replace('-', ' ');
                        case NUMBER -> sentence == EmergencySentence.DISCLOSURE
                                ? String.join(" ", callBack.orElse("").split(""))
                                : SpokenDigits.said(callBack.orElse(""));
                        default -> throw new IllegalStateException(id.key() + " may not hold " + slot);
                    });
        }
        return catalogue.text(id, slots);
    }

    /** The pause after a sentence in ms: those that are said again and again need one to be understood. */
    static int pauseMs(EmergencySentence sentence) {
        return sentence == EmergencySentence.PRESS_ONE || sentence == EmergencySentence.CALLER_HUNG_UP
                ? ANNOUNCEMENT_PAUSE_MS
                : 0;
    }

    /** What stands between the one who took the call and the caller is short: about three seconds with ten digits. */
    static Tempo tempo(EmergencySentence sentence) {
        return sentence == EmergencySentence.DISCLOSURE ? Tempo.BRISK : Tempo.USUAL;
    }
}
