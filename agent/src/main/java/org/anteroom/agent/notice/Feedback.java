package org.anteroom.agent.notice;

/** Hears what became of messages, and takes acknowledgements. Any thread. */
public interface Feedback extends AckDesk {
    /** Whether a message that waited should still go out: not when all it is about is over or in somebody's hand. */
    boolean wanted(Notice notice);

    /** A channel carried the message. */
    void delivered(Notice notice, String channel);

    /**
     * A channel failed once.
     *
     * @param sentence why, and what to do
     * @param last whether it won't be tried again
     */
    void failed(Notice notice, String channel, String sentence, boolean last);
}
