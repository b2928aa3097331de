package org.anteroom.agent.rehearsal;

/** Something the agent heard, said or did in a call, as a rehearsal is told it.
 *
 *  @param nanos {@link System#nanoTime()} of the moment it is about
 *  @param call number of the call
 *  @param what details of the kind: the template said, the rule that decided, what became of a phone
 *  @param words what was said or heard; test data only, never written to a log
 */
public record Happening(long nanos, long call, Kind kind, String what, String words) {

    /** The one sentence in another language is written as an English voice must read it. */
    private static final String SPELLED_FOR_THE_VOICE = "greeting-spanish";

    /** Kinds, each with the name in the transcript. */
    public enum Kind {
        ANSWERED("call"),
        HEARD("caller"),
        KEYED("key"),
        SAID("agent"),
        BARGED_IN("call"),
        DECIDED("decided"),
        OUTBOUND("on call"),
        STORED("stored"),
        ENDED("call");

        final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /** The line of the transcript, without time and call. */
    String line() {
        return switch (kind) {
            case HEARD -> words;
            case SAID -> what.equals(SPELLED_FOR_THE_VOICE) ? "(in Spanish) For Spanish, press two." : words;
            default -> (what + " " + words).strip();
        };
    }
}
