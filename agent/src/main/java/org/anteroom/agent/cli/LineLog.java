package org.anteroom.agent.cli;

import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.LineListener;
import org.anteroom.agent.sip.RegistrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log when the line comes and goes, one line for each change; troubles are said by the alarms. Passes
 *  everything on.
 */
final class LineLog implements LineListener {

    private static final Logger LOG = LoggerFactory.getLogger(LineLog.class);

    private final LineListener next;
    private final SipConfig sip;
    private boolean registered;

    LineLog(LineListener next, SipConfig sip) {
        this.next = next;
        this.sip = sip;
    }

    @Override
    public LegListener incoming(IncomingLeg leg, Invitation invitation) {
        return next.incoming(leg, invitation);
    }

    @Override
    public void registration(RegistrationState state) {
        changed(state);
        next.registration(state);
    }

    private synchronized void changed(RegistrationState state) {
        if (state instanceof RegistrationState.Registered now) {
            if (!registered) {
                LOG.info(
                        "Registered at the PBX {}:{} as {}, for {} s at a time.",
                        sip.pbx(),
                        sip.pbxPort(),
                        sip.user(),
                        now.expires().toSeconds());
            }
            registered = true;
        } else if (!(state instanceof RegistrationState.Registering)) {
            if (registered && state instanceof RegistrationState.Withdrawn) {
                LOG.info("Un-registered at the PBX: its own fall-back takes the calls.");
            }
            registered = false;
        }
    }

    @Override
    public void health(boolean answering, String sentence) {
        next.health(answering, sentence);
    }
}
