package org.anteroom.agent.call;

import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.Leg;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.RtpPort;

/**
 * A call back that somebody has answered and taken by key: it stands already, with its sound. What the leg tells from then on
 * is passed on by whoever rang.
 *
 * @param stream as agreed last
 */
record ReturnedLeg(Leg leg, RtpPort sound, AgreedStream stream) implements CallerLeg {
    @Override
    public RtpPort port(MediaEngine media) {
        return sound;
    }

    @Override
    public void answer(AudioEndpoint endpoint, LegListener session) {
        session.event(new LegEvent.Answered(stream));
    }

    /** Whoever answered hears it end: there is nothing left to refuse. */
    @Override
    public void refuse(int status) {
        leg.hangUp();
        sound.close();
    }
}
