package org.anteroom.agent.rehearsal;

import java.util.Locale;
import java.util.Optional;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.words.Normaliser;

/** Compares a stored message with what its caller said. The number was read back and confirmed, so it must be right; names
 *  and reasons are as good as the recogniser: a wrong word is told, and forgiven where the caller's voice is kept for staff.
 */
final class MessageCheck {

    private static final int SAMPLES_PER_FRAME = 160;
    private static final int BEGINNING_SAMPLES = 8_000;
    private static final int FEWEST_LOUD_FRAMES = 10;

    private final DemoChecks checks;

    MessageCheck(DemoChecks checks) {
        this.checks = checks;
    }

    /** @param voice what is recorded of the message; see {@link RehearsedAgent#callerVoice} */
    void check(Meant meant, Optional<Message> stored, short[] voice) {
        checks.that(
                meant.call(), "the message is in the inbox, complete", stored.isPresent() && complete(stored.get()));
        if (stored.isPresent()) {
            Draft content = stored.get().content();
            boolean kept = speaks(voice);
            number(meant, content);
            name(meant, content, kept);
            reason(meant, content, kept);
        }
    }

    private static boolean complete(Message message) {
        Draft content = message.content();
        return !content.incomplete()
                && content.callerName().isPresent()
                && content.callBack().isPresent()
                && content.about().isPresent();
    }

    private void number(Meant meant, Draft content) {
        String noted = content.callBack().orElse("none");
        boolean same = noted.equals(meant.number());
        checks.that(
                meant.call(),
                "number to call back " + (same ? "as given" : "noted as " + noted + ", given " + meant.number()),
                same);
    }

    private void name(Meant meant, Draft content, boolean kept) {
        String heard = content.callerName().orElse("nothing");
        if (Normaliser.words(heard).equals(Normaliser.words(meant.name()))) {
            checks.that(meant.call(), "name as said", true);
        } else {
            checks.flaw(
                    meant.call(),
                    "name heard as \"" + heard + "\", said \"" + meant.name() + "\"; " + recording(kept),
                    kept);
        }
    }

    private void reason(Meant meant, Draft content, boolean kept) {
        String heard = content.about().orElse("");
        WordErrors errors = WordErrors.between(Normaliser.words(meant.reason()), Normaliser.words(heard));
        if (errors.errors() == 0) {
            checks.that(meant.call(), "reason as said, word for word", true);
        } else {
            boolean recognisable = errors.errors() * 2 <= errors.words();
            checks.flaw(
                    meant.call(),
                    String.format(
                            Locale.ROOT,
                            "reason %s, %d of %d words wrong: said \"%s\"; %s",
                            recognisable ? "recognisable" : "not recognisable",
                            errors.errors(),
                            errors.words(),
                            meant.reason(),
                            recording(kept)),
                    recognisable && kept);
        }
    }

    private static String recording(boolean kept) {
        return kept ? "the recording is kept" : "no recording is kept";
    }

    /** Whether the caller speaks where the recording should begin with a word: silence or another stretch is none. */
    static boolean speaks(short[] voice) {
        int loud = 0;
        for (int start = 0;
                start + SAMPLES_PER_FRAME <= Math.min(voice.length, BEGINNING_SAMPLES);
                start += SAMPLES_PER_FRAME) {
            double squares = 0;
            for (int i = start; i < start + SAMPLES_PER_FRAME; i++) {
                squares += (double) voice[i] * voice[i];
            }
            loud += Math.sqrt(squares / SAMPLES_PER_FRAME) >= PacketSeen.SPEECH_RMS ? 1 : 0;
        }
        return loud >= FEWEST_LOUD_FRAMES;
    }
}
