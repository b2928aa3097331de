package org.anteroom.agent.rehearsal.caller;

import java.util.Optional;

/**
 * What a caller wants to have when they hang up.
 *
 * @param visitType name of the visit type that is to be booked, or is booked; empty for other tasks
 * @param visit what they call it
 * @param held the appointment that it is about
 * @param when when they can come
 * @param changed what they want instead, once they have changed their mind midway
 * @param provider spoken name of whom they wish for, or leave a message to; empty for nobody in particular
 * @param providerWished whether an appointment must be with that provider
 */
public record Goal(
        Task task,
        Self self,
        String visitType,
        String visit,
        Optional<Held> held,
        When when,
        Optional<When> changed,
        String provider,
        boolean providerWished,
        Errand errand) {}
