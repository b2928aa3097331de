package org.anteroom.agent.sip;

/** What became of an offer. */
sealed interface Negotiation {

    /**
     * @param description what we send: the answer
     * @param stream what both sides now do
     */
    record Agreed(SessionDescription description, AgreedStream stream) implements Negotiation {}

    /**
     * Answered with 488 and this warning (RFC 3261 section 20.43).
     *
     * @param warning 301 address formats, 302 transport, 304 media type, 305 media format
     */
    record NothingFits(int warning, String reason) implements Negotiation {}
}
