package org.anteroom.agent.sip;

/** What came of asking the PBX to join the far ends of two legs. */
public sealed interface TransferVerdict {

    /** The PBX has joined them, by its final NOTIFY: what we still hold of the two legs joins nobody any more. */
    record Joined() implements TransferVerdict {}

    /**
     * The PBX won't, or couldn't: both legs stand as before.
     *
     * @param status of the REFER's response, or of the final NOTIFY, 300-699
     */
    record Refused(int status) implements TransferVerdict {}

    /** The PBX ended its report without saying what came of it. */
    record Untold() implements TransferVerdict {}

    /**
     * The PBX was not asked.
     *
     * @param why for the journal; names nobody
     */
    record Impossible(String why) implements TransferVerdict {}
}
