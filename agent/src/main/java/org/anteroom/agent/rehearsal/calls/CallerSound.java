package org.anteroom.agent.rehearsal.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.anteroom.agent.rehearsal.LineQuality;
import org.anteroom.agent.rehearsal.OtherVoice;
import org.anteroom.agent.rehearsal.OtherVoice.Speaker;
import org.anteroom.agent.rehearsal.PinkNoise;
import org.anteroom.agent.rehearsal.caller.Manner;
import org.anteroom.agent.rehearsal.caller.Situation;

/** How one caller sounds: whose voice, how fast, how loud, on what line. The same seed sounds the same. One thread. */
final class CallerSound {
    private static final double FULL_SCALE = 32_768;
    /** Active level of an ordinary voice on the telephone, dBFS. */
    private static final double USUAL_DBFS = -23;
    /** Of the loudest, 40 dB: quieter at beginning and end is a pause. */
    private static final double PAUSE = 0.01;

    private static final int FRAME = 160;
    /** Of a pause so much stays, lest a soft consonant is cut. */
    private static final int MARGIN = 5;

    private static final int ROOM_SECONDS = 20;

    private final OtherVoice voice;
    private final LineQuality line;
    private final Speaker speaker;
    private final double stretch;
    private final double dbfs;
    private final Random chance;
    private final Mouth mouth;

    /** @param line noise is that of a caller who speaks as loud as most */
    CallerSound(OtherVoice voice, LineQuality line, Situation situation) {
        this.voice = voice;
        this.line = line;
        this.chance = new Random(situation.seed() ^ 0x2545F4914F6CDD1DL);
        chance.nextLong();
        Speaker[] speakers = {Speaker.SLT, Speaker.RMS, Speaker.AWB, Speaker.FESTIVAL};
        this.speaker = speakers[chance.nextInt(speakers.length)];
        this.stretch =
                Math.round(100 * tempo(situation.manner().style()) * (0.94 + 0.12 * chance.nextDouble())) / 100.0;
        this.dbfs = USUAL_DBFS - 4 + 8 * chance.nextDouble();
        this.mouth = new Mouth(room());
    }

    private static double tempo(Manner.Style style) {
        return switch (style) {
            case ELDERLY -> 1.25;
            case HESITANT -> 1.1;
            case HURRIED -> 0.88;
            default -> 1;
        };
    }

    Speaker speaker() {
        return speaker;
    }

    /** How long a sentence is silent at its end. */
    static final Duration SILENT_END = Duration.ofMillis(20 * MARGIN);

    /** A sentence as it goes into the line, 8 kHz, without long pauses around it. */
    short[] say(String words) throws IOException, InterruptedException {
        short[] pcm = trimmed(voice.say(speaker, stretch, words));
        double gain = Math.pow(10, dbfs / 20) * FULL_SCALE / Math.max(1, LineQuality.level(pcm));
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(gain * pcm[i])));
        }
        LineQuality lossy = new LineQuality(OptionalDouble.empty(), OptionalDouble.empty(), line.loss());
        return lossy.through(pcm, chance.nextLong());
    }

    /** Where it comes out. */
    Mouth mouth() {
        return mouth;
    }

    /** What is heard of the room they are in, 8 kHz; empty for a quiet one. */
    private short[] room() {
        if (line.noiseDb().isEmpty()) {
            return new short[0];
        }
        double level = Math.pow(10, (dbfs - line.noiseDb().getAsDouble()) / 20) * FULL_SCALE;
        double[] noise = PinkNoise.samples(8_000 * ROOM_SECONDS, chance);
        short[] room = new short[noise.length];
        for (int i = 0; i < room.length; i++) {
            room[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(level * noise[i])));
        }
        return room;
    }

    private static short[] trimmed(short[] pcm) {
        int frames = pcm.length / FRAME;
        double loudest = 0;
        double[] levels = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            double power = 0;
            for (int i = frame * FRAME; i < (frame + 1) * FRAME; i++) {
                power += (double) pcm[i] * pcm[i] / FRAME;
            }
            levels[frame] = Math.sqrt(power);
            loudest = Math.max(loudest, levels[frame]);
        }
        int from = 0;
        int to = frames;
        while (from < to - 1 && levels[from] < PAUSE * loudest) {
            from++;
        }
        while (to > from + 1 && levels[to - 1] < PAUSE * loudest) {
            to--;
        }
        // Copying beyond the end gives silence.
        return Arrays.copyOfRange(pcm, Math.max(0, from - MARGIN) * FRAME, (Math.max(from + 1, to) + MARGIN) * FRAME);
    }
}
