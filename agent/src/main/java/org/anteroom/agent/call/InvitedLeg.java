package org.anteroom.agent.call;

import java.io.IOException;
import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.RtpPort;

/** A call that the PBX sent: it reports to its session from the INVITE on. */
record InvitedLeg(IncomingLeg leg) implements CallerLeg {
    @Override
    public RtpPort port(MediaEngine media) throws IOException {
        return media.open();
    }

    @Override
    public void answer(AudioEndpoint endpoint, LegListener session) {
        leg.ringing();
        leg.answer(endpoint);
    }

    @Override
    public void refuse(int status) {
        leg.refuse(status);
    }
}
