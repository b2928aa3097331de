package org.anteroom.agent.dialogue;

import java.util.List;

/** "That'll do it", "all good": who is asked whether there is anything else means no by it, though elsewhere it is a yes. */
final class NothingElse {
    /** A longer turn tells more than that. */
    private static final int LONGEST = 8;

    private static final List<String> SAID = List.of(
            " that'll do ",
            " that will do ",
            " that'll be it ",
            " that does it ",
            " that did it ",
            " that should do it ",
            " that should be it ",
            " that should be all ",
            " that would do it ",
            " that oughta do it ",
            " ought to do it ",
            " that's about it ",
            " guess that's it ",
            " think that's it ",
            " takes care of it ",
            " takes care of everything ",
            " took care of it ",
            " covers it ",
            " covers everything ",
            " all good ",
            " i'm good ",
            " we're good ",
            " good to go ",
            " good for now ",
            " fine for now ",
            " that's okay ",
            " no that's fine ",
            " nope that's fine ",
            " no i'm fine ",
            " no we're fine ",
            " no need ",
            " got what i needed ",
            " got everything i needed ",
            " answered my question ",
            " answers my question ",
            " that's that ");

    private NothingElse() {}

    static boolean said(List<String> words) {
        return words.size() <= LONGEST && Phrases.any(words, SAID);
    }
}
