package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.media.ToneDetector;

/** What a caller's phone recorded from a moment on: as long as no human has the caller, it is never silent for long and holds
 *  nothing that isn't ours, and the call stands.
 */
public final class CallersSide {
    /** Sounds of a PBX, or of phones that nobody has been connected with. */
    public static final double MUSIC_HZ = 1_500;

    public static final double BEEP_HZ = 1_000;

    private static final int LONGEST_SILENCE_MS = 2_000;
    private static final int SAMPLES_PER_MS = 8;
    /** Below the comfort tone's quietest part that can be heard. */
    private static final int SILENT = 50;

    private final PhoneCall call;
    private final int from;

    private CallersSide(PhoneCall call) {
        this.call = call;
        this.from = call.heard().length;
    }

    /** From now on. */
    public static CallersSide of(PhoneCall call) {
        return new CallersSide(call);
    }

    /** Until now: no silence of two seconds, neither music nor a beep, not dropped. */
    public void isUnbroken() {
        assertThat(call.ending()).as("how the caller's call ended").isEmpty();
        assertUnbroken(call.heard(), from);
    }

    /** The same of a recording, 8 kHz, from a sample on. */
    public static void assertUnbroken(short[] heard, int from) {
        assertThat(longestSilenceMs(heard, from))
                .as("silence towards the caller, ms")
                .isLessThan(LONGEST_SILENCE_MS);
        assertThat(holds(heard, from, MUSIC_HZ)).as("music reaches the caller").isFalse();
        assertThat(holds(heard, from, BEEP_HZ)).as("a beep reaches the caller").isFalse();
    }

    private static int longestSilenceMs(short[] pcm, int from) {
        int longest = 0;
        int run = 0;
        for (int i = from; i < pcm.length; i++) {
            run = Math.abs(pcm[i]) < SILENT ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest / SAMPLES_PER_MS;
    }

    /** Whether a tone stands for a fifth of a second anywhere from a sample on. */
    public static boolean holds(short[] pcm, int from, double hertz) {
        ToneDetector detector = new ToneDetector(hertz);
        int window = 200 * SAMPLES_PER_MS;
        for (int at = from; at + window <= pcm.length; at += window / 2) {
            if (detector.present(pcm, at, window, PacketSeen.SPEECH_RMS)) {
                return true;
            }
        }
        return false;
    }
}
