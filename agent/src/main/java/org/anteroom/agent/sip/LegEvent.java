package org.anteroom.agent.sip;

/**
 * What happens on a leg. The last event is exactly one {@link Refused} or {@link Ended}; nothing follows it.
 *
 * <pre>
 *   outgoing  Progress* EarlyMedia* ( Answered Reoffered* Ended | Refused | Ended )
 *   incoming                        ( Answered Reoffered* Ended | Ended )
 * </pre>
 */
public sealed interface LegEvent {

    /** A provisional response to our INVITE: 180 and 183 mean that a phone rings. Never 100. */
    record Progress(int status) implements LegEvent {}

    /** The peer plays sound before it answers (183 or 180 with a session description). */
    record EarlyMedia(AgreedStream stream) implements LegEvent {}

    /**
     * The call stands and sound may flow. On an incoming leg this comes when our 200 is sent, or with the ACK where the
     * INVITE had no offer.
     */
    record Answered(AgreedStream stream) implements LegEvent {}

    /** The peer changed the stream (hold, resume, another address or codec); the leg has already answered it. */
    record Reoffered(AgreedStream stream) implements LegEvent {}

    /**
     * The peer refused our INVITE. Last event.
     *
     * @param status 300-699; a redirection is not followed and counts as refused
     */
    record Refused(int status) implements LegEvent {}

    /** The leg is over. Last event. */
    record Ended(EndCause cause) implements LegEvent {}
}
