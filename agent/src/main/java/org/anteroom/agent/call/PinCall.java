package org.anteroom.agent.call;

import java.util.function.Consumer;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.DutyWish;

/**
 * A call of one of the staff, who types a PIN: what talks in the place of the conversation, and who sees to its wishes. {@link
 * #step} is called by {@link Talk}, one at a time; everything else on the call's mailbox.
 */
interface PinCall extends Talk.Mind {
    /** @param answer told what came of it, on another thread */
    void carryOut(DutyWish wish, Consumer<DutyNews> answer);

    /** What it is about, for the journal: {@code hand-over}. */
    String about();

    /** What happens while it talks, for people who look on. */
    String words();
}
