package org.anteroom.agent.rehearsal;

/** Something the agent heard, said or did in a call, as a rehearsal is told it.
 *
 *  @param nanos {@link System#nanoTime()} of the moment it is about
 *  @param call number of the call, from 1, in the order in which they are answered
 *  @param what details of the kind: the template said, the rule that decided, what became of a phone, the message's number
 *  @param words what was said or heard, test data only, never written to a log; the grade of a decision; the name of a phone
 */
public record Happening(long nanos, int call, Kind kind, String what, String words) {

    /** The one sentence in another language is written as an English voice must read it. */
    private static final String SPELLED_FOR_THE_VOICE = "greeting-spanish";

    private static final String ALARM = "ALARM";

    /** Kinds. */
    public enum Kind {
        ANSWERED,
        HEARD,
        KEYED,
        SAID,
        BARGED_IN,
        DECIDED,
        OUTBOUND,
        STORED,
        ENDED
    }

    /** Whether the agent decided that a life may be in danger. */
    boolean alarm() {
        return kind == Kind.DECIDED && words.equals(ALARM);
    }

    /** The line of the transcript, without time and call; its subject is the agent. */
    String line() {
        return switch (kind) {
            case ANSWERED -> "picks up";
            case HEARD -> "understands: " + words;
            case KEYED -> "notices key " + what;
            case SAID -> "says: "
                    + (what.equals(SPELLED_FOR_THE_VOICE) ? "(in Spanish) For Spanish, press two." : words);
            case BARGED_IN -> "stops talking, because the caller speaks";
            case DECIDED -> "decides: "
                    + (alarm() ? "an emergency, the doctor is called at once" : "doubt, a person is called")
                    + " (rule \"" + what + "\")";
            case OUTBOUND -> PlainWords.step(what, words);
            case STORED -> "has message " + what + " safe on disk";
            case ENDED -> "the call is over: " + PlainWords.ending(what, "the caller");
        };
    }
}
