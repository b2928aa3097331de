package org.anteroom.agent.emergency;

import java.util.OptionalLong;

/**
 * A sentence of ours that the line carries or has just carried, for the own-voice guard.
 *
 * @param text what is said, in words
 * @param startedMs when its first sample went out, ms of the call's audio
 * @param endedMs when it ended or was stopped; empty while it plays
 */
public record Playing(String text, long startedMs, OptionalLong endedMs) {

    /** A sentence that still plays. */
    public static Playing since(String text, long startedMs) {
        return new Playing(text, startedMs, OptionalLong.empty());
    }
}
