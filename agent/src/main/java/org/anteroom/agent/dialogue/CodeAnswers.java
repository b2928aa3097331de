package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.practice.reception.Evidence;
import org.anteroom.agent.words.SpokenDigits;

/** What is said when a code was to come as a text: the code, that it should be sent once more, or that it won't come. */
final class CodeAnswers {
    private static final int DIGITS = 6;

    private static final List<String> AGAIN = List.of(
            " send it again ",
            " send it once more ",
            " send it one more time ",
            " send that again ",
            " send again ",
            " send me it again ",
            " send me the code again ",
            " send the code again ",
            " send the text again ",
            " send me another ",
            " send another ",
            " send a new ",
            " send me a new ",
            " send me one again ",
            " text me again ",
            " text it again ",
            " text me the code again ",
            " try again ",
            " try sending ",
            " resend ",
            " re send ",
            " another code ",
            " another text ",
            " another one ",
            " new code ",
            " new one ");

    private static final List<String> NOT_YET = List.of(
            " yet ",
            " wait ",
            " waiting ",
            " hold on ",
            " hang on ",
            " one moment ",
            " just a moment ",
            " one second ",
            " just a second ",
            " give me a ",
            " one minute ",
            " just a minute ",
            " let me look ",
            " let me check ",
            " let me see ",
            " looking for ",
            " getting my phone ",
            " get my phone ");

    private static final Set<String> WITHOUT = Set.of(
            "no",
            "none",
            "don't",
            "didn't",
            "doesn't",
            "haven't",
            "hasn't",
            "isn't",
            "wasn't",
            "never",
            "nothing",
            "not",
            "can't",
            "cannot",
            "couldn't",
            "landline",
            "lost",
            "without",
            "old",
            "changed",
            "wrong");

    /** What makes "I didn't get it" one of the text rather than of our sentence. */
    private static final Set<String> TEXT = Set.of(
            "text",
            "texts",
            "code",
            "message",
            "phone",
            "cell",
            "mobile",
            "send",
            "sent",
            "resend",
            "receive",
            "received",
            "come",
            "came",
            "arrive",
            "arrived",
            "get",
            "got",
            "gotten",
            "number");

    private CodeAnswers() {}

    static Step answered(Reply reply, Input.Said said) {
        Optional<String> digits = Stream.of(said.slot(), said.words())
                .map(SpokenDigits::of)
                .filter(CodeAnswers::code)
                .findFirst();
        if (digits.isPresent()) {
            return ErrandAnswers.proving(reply, new Evidence.Texted(digits.get()));
        }
        if (Phrases.any(said.words(), AGAIN)) {
            return Identifying.codeAgain(reply.understood());
        }
        if (Phrases.any(said.words(), NOT_YET)) {
            return Mending.counted(
                    reply, () -> reply.say(TemplateId.TAKE_YOUR_TIME).listen(Stage.CODE));
        }
        return said.words().stream().anyMatch(WITHOUT::contains)
                ? ErrandAnswers.proving(reply, new Evidence.None())
                : Mending.missed(reply);
    }

    static boolean code(String digits) {
        return digits.length() == DIGITS;
    }

    /** "Send it again", "I didn't get it", which elsewhere ask for our sentence once more. */
    static boolean ofTheText(List<String> words) {
        boolean without = words.stream().anyMatch(WITHOUT::contains);
        boolean text = words.stream().anyMatch(TEXT::contains);
        return Phrases.any(words, AGAIN) || (without && text);
    }
}
