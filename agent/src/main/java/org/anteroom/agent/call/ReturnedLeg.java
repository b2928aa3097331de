package org.anteroom.agent.call;

import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.Leg;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.RtpPort;

/**
 * A call back that somebody has answered and taken by key: it stands already, with its sound. Whoever rang tells the session
 * that it is answered, and passes on what the leg tells from then on.
 */
record ReturnedLeg(Leg leg, RtpPort sound) implements CallerLeg {
    @Override
    public RtpPort port(MediaEngine media) {
        return sound;
    }

    /** Nothing is left to do: told from here, it could come after a change of the stream. */
    @Override
    public void answer(AudioEndpoint endpoint, LegListener session) {}

    /** Whoever answered hears it end: there is nothing left to refuse. */
    @Override
    public void refuse(int status) {
        leg.hangUp();
        sound.close();
    }
}
