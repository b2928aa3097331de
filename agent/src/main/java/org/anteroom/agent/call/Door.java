package org.anteroom.agent.call;

/**
 * Who is let in. A call that can't be served well, its emergency included, is refused so that the PBX's own fall-back takes
 * it. Pure.
 *
 * @param simultaneous calls at once
 * @param portPairs RTP port pairs in the range
 */
record Door(int simultaneous, int portPairs) {
    /** A caller's own port and the reserve for on-call phones. */
    static final int PAIRS_PER_CALL = 1 + PortReserve.LEGS;

    /** The answer to an INVITE. */
    enum Answer {
        COME_IN(0),
        /** Too many calls: the PBX may queue or divert it. */
        BUSY(486),
        /** Not fit to serve. */
        OUT_OF_SERVICE(503);

        private final int status;

        Answer(int status) {
            this.status = status;
        }

        /** The SIP status to refuse with. */
        int status() {
            return status;
        }
    }

    /**
     * @param fit whether every vital condition is in order
     * @param calls in progress
     * @param openPorts pairs in use, reserves included
     */
    Answer knock(boolean fit, int calls, int openPorts) {
        if (!fit) {
            return Answer.OUT_OF_SERVICE;
        }
        if (calls >= simultaneous || openPorts + PAIRS_PER_CALL > portPairs) {
            return Answer.BUSY;
        }
        return Answer.COME_IN;
    }
}
