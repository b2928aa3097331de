package org.anteroom.agent.cli;

import java.time.Instant;
import java.util.List;

/** Which providers see nobody for a while. Nothing here cancels an appointment. Blocks for seconds at most; any thread. */
interface ProvidersOut {
    /** The provider who is out, by their id, and until when. */
    record Standing(String provider, Instant to) {}

    /** Who is out at a moment. */
    List<Standing> at(Instant now);

    /**
     * Somebody is out from a moment until another, and it is kept.
     *
     * @return when their appointments of that time begin, the first first
     * @throws Failure with what is against it; nothing has changed then
     */
    List<Instant> out(String provider, Instant from, Instant to, String actor) throws Failure;

    /** They are back, and it is kept. */
    void in(String provider, String actor, Instant now) throws Failure;
}
