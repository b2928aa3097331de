package org.anteroom.agent.call;

import java.io.IOException;
import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.Leg;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.RtpPort;

/** The leg by which a caller is with us, until sound flows: the PBX sent it, or we called back. Mailbox only. */
interface CallerLeg {
    Leg leg();

    /**
     * Where its sound comes and goes; the taker closes it.
     *
     * @throws IOException when no port is to be had; the message is for the operator
     */
    RtpPort port(MediaEngine media) throws IOException;

    /**
     * Takes the call. {@link LegEvent.Answered} follows, or {@link LegEvent.Ended}.
     *
     * @param session what the leg reports to
     */
    void answer(AudioEndpoint endpoint, LegListener session);

    /**
     * Does not take it.
     *
     * @param status of SIP, for whoever called
     */
    void refuse(int status);
}
