package org.anteroom.agent.dialogue;

import java.util.List;

/** A question for an answer: "do you want the year too", "you mean my birthday". What is asked for is said more plainly then. */
final class CounterQuestion {
    private static final int LONGEST = 12;
    /** With so many digits there is an answer in it. */
    private static final int DIGITS = 3;

    private static final List<String> ASKS = List.of(
            " you want my ",
            " you want the ",
            " you mean ",
            " do you need my ",
            " do you need the ",
            " you need my ",
            " don't you have that ",
            " don't you have it ",
            " don't you have my ",
            " don't you already ",
            " don't you see ",
            " isn't it on file ",
            " isn't that on file ",
            " my name or ",
            " mine or ",
            " which name ",
            " which number ",
            " whose name ",
            " whose number ",
            " why do you need ",
            " why do you want ",
            " what do you need that for ",
            " what do you need it for ",
            " do i have to ");

    private CounterQuestion() {}

    /** Whether the turn asks what was meant, or what for, and holds no answer. */
    static boolean in(Reply reply, Input.Said said) {
        boolean open = reply.stage().story() || reply.stage().ownWords() || reply.stage() == Stage.OFFER;
        return reply.stage().filling()
                && !open
                && said.words().size() <= LONGEST
                && Answers.digits(said) < DIGITS
                && Phrases.any(said.words(), ASKS);
    }
}
