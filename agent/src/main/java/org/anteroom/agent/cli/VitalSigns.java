package org.anteroom.agent.cli;

import java.util.Optional;

/** What shows that a running service can do its work, as far as a restart would mend it. What a restart can't mend is no
 *  part of it: a PBX that is away, a disk that is full, lost records, a machine that is overloaded. Pure.
 *
 *  @param soundMs since the media clock has ticked last
 *  @param callsMs for how long the threads of calls have left a question unanswered
 *  @param lineMs the same of the thread that registers
 *  @param recordsMs the same of the writer of the records; 0 where there are none, or their trouble is known
 *  @param emergencies calls for which people on call ring or talk
 */
record VitalSigns(long soundMs, long callsMs, long lineMs, long recordsMs, int emergencies) {

    /** Nothing is wrong, or nothing runs yet. */
    static final VitalSigns WELL = new VitalSigns(0, 0, 0, 0, 0);

    /** Nobody hears anything any more, an emergency included: only this may cut one. */
    static final long SOUND_MS = 10_000;

    static final long CALLS_MS = 20_000;
    /** Looking up a name waits for each name server in turn. */
    static final long LINE_MS = 120_000;
    /** A group of units at a slow disk. */
    static final long RECORDS_MS = 60_000;
    /** A bridged emergency needs only the clock, so that the rest may fail for as long as one lasts. */
    static final long EMERGENCY_MS = 1_800_000;

    /** Why the service should be started anew; empty while it should not. */
    Optional<String> fatal() {
        if (soundMs > SOUND_MS) {
            return Optional.of("no sound has left for " + seconds(soundMs) + " s");
        }
        if (callsMs > patience(CALLS_MS)) {
            return Optional.of("calls have not been looked after for " + seconds(callsMs) + " s");
        }
        if (lineMs > patience(LINE_MS)) {
            return Optional.of("the thread that registers has hung for " + seconds(lineMs) + " s");
        }
        if (recordsMs > patience(RECORDS_MS)) {
            return Optional.of("the writer of the records has hung for " + seconds(recordsMs) + " s");
        }
        return Optional.empty();
    }

    private long patience(long usual) {
        return emergencies > 0 ? EMERGENCY_MS : usual;
    }

    private static long seconds(long ms) {
        return ms / 1000;
    }
}
