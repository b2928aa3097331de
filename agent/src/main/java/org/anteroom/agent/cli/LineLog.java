package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.LineListener;
import org.anteroom.agent.sip.OfferedSound;
import org.anteroom.agent.sip.RegistrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log when the line comes and goes, one line for each change; troubles are said by the alarms. Remembers how
 *  it stands, for whoever asks. Passes everything on. Any thread.
 */
final class LineLog implements LineListener {

    private static final Logger LOG = LoggerFactory.getLogger(LineLog.class);

    private final LineListener next;
    private final SipConfig sip;
    private final Clock clock;
    private boolean registered;
    private Standing standing;
    private volatile Optional<Offer> offer = Optional.empty();

    /** How the line stands.
     *
     *  @param since when it came, or when it went; the start where it never came
     *  @param failure why an attempt failed last, also when one has succeeded since; empty when none has failed
     *  @param failed when that was
     */
    record Standing(boolean registered, Instant since, String failure, Optional<Instant> failed) {}

    /** What the PBX offered in its last call. */
    record Offer(OfferedSound sound, Instant at) {}

    LineLog(LineListener next, SipConfig sip, Clock clock) {
        this.next = next;
        this.sip = sip;
        this.clock = clock;
        this.standing = new Standing(false, clock.instant(), "", Optional.empty());
    }

    synchronized Standing standing() {
        return standing;
    }

    /** Empty before the first call. */
    Optional<Offer> offer() {
        return offer;
    }

    @Override
    public void offered(OfferedSound sound) {
        offer = Optional.of(new Offer(sound, clock.instant()));
        next.offered(sound);
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
        Instant now = clock.instant();
        Instant since = registered == standing.registered() ? standing.since() : now;
        standing = state instanceof RegistrationState.Failing failing
                ? new Standing(registered, since, failing.sentence(), Optional.of(now))
                : new Standing(registered, since, standing.failure(), standing.failed());
    }

    @Override
    public void health(boolean answering, String sentence) {
        next.health(answering, sentence);
    }
}
