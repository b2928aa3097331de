package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.anteroom.media.Concealment;
import org.jspecify.annotations.Nullable;

/**
 * What a telephone line does to a recording: noise, other people's voices, lost packets. The same seed does the same. Pure.
 *
 * @param noiseDb how far pink noise is below the speech, dB; empty for none
 * @param babbleDb how far other voices are below the speech, dB; empty for none
 * @param loss the part of 20 ms packets that is lost, 0 to 1, and concealed as in a call
 */
public record LineQuality(OptionalDouble noiseDb, OptionalDouble babbleDb, double loss) {
    /** A line that changes nothing. */
    public static final LineQuality CLEAN = new LineQuality(OptionalDouble.empty(), OptionalDouble.empty(), 0);

    private static final int FRAME = 160;
    /** Frames so much quieter than the loudest (26 dB) are pauses and don't count for the level of the speech. */
    private static final double PAUSE = 0.0025;

    private static final int VOICES = 4;

    /** Recordings of people that talk in the background, at 8 kHz. */
    private static final class Background {
        private static final List<short[]> VOICES = Stream.of(
                        "message-about", "clinical-message", "message-number", "clinical-about")
                .map(Background::voice)
                .toList();

        private Background() {}

        private static short[] voice(String clip) {
            try {
                return CallerAudio.clip(clip).pcm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What it does, for people: {@code pink noise 15 dB below the speech} and the like, one part each. */
    List<String> told() {
        List<String> parts = new ArrayList<>();
        noiseDb.ifPresent(db -> parts.add("pink noise " + figure(db) + " dB below the speech"));
        babbleDb.ifPresent(db -> parts.add("other voices " + figure(db) + " dB below the speech"));
        if (loss > 0) {
            parts.add(figure(100 * loss) + " % of the packets lost and concealed");
        }
        return parts.isEmpty() ? List.of("as recorded, nothing added or lost") : parts;
    }

    /** The same for programs: {@code noiseDb}, {@code babbleDb} (null for none) and {@code loss}, 0 to 1. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("noiseDb", noiseDb.isPresent() ? noiseDb.getAsDouble() : null);
        json.put("babbleDb", babbleDb.isPresent() ? babbleDb.getAsDouble() : null);
        json.put("loss", loss);
        return json;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }

    /** The recording as it comes out of the line, at 8 kHz like the one that goes in. */
    public short[] through(short[] pcm, long seed) {
        Random random = new Random(seed);
        double[] sum = new double[pcm.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = pcm[i];
        }
        double level = level(pcm);
        noiseDb.ifPresent(db -> {
            double wanted = below(level, db);
            double[] noise = PinkNoise.samples(sum.length, random);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += wanted * noise[i];
            }
        });
        babbleDb.ifPresent(db -> babble(sum, below(level, db), random));
        short[] out = new short[sum.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum[i])));
        }
        return loss > 0 ? lossy(out, random) : out;
    }

    private static double below(double level, double db) {
        return level / Math.pow(10, db / 20);
    }

    private static void babble(double[] sum, double wanted, Random random) {
        double[] voices = new double[sum.length];
        for (int voice = 0; voice < VOICES; voice++) {
            short[] talk = Background.VOICES.get(voice);
            int from = random.nextInt(talk.length);
            double gain = 1 / Math.max(1, level(talk));
            for (int i = 0; i < voices.length; i++) {
                voices[i] += gain * talk[(from + i) % talk.length];
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += wanted * voices[i] / Math.sqrt(VOICES);
        }
    }

    private short[] lossy(short[] pcm, Random random) {
        Concealment concealment = new Concealment();
        for (int at = 0; at + FRAME <= pcm.length; at += FRAME) {
            if (random.nextDouble() < loss) {
                concealment.conceal(pcm, at, FRAME);
            } else {
                concealment.heard(pcm, at, FRAME);
            }
        }
        return pcm;
    }

    /** Effective value of what is spoken, without the pauses. */
    public static double level(short[] pcm) {
        double[] powers = new double[pcm.length / FRAME];
        for (int frame = 0; frame < powers.length; frame++) {
            for (int i = frame * FRAME; i < (frame + 1) * FRAME; i++) {
                powers[frame] += (double) pcm[i] * pcm[i] / FRAME;
            }
        }
        double loudest = DoubleStream.of(powers).max().orElse(0);
        return Math.sqrt(DoubleStream.of(powers)
                .filter(power -> power > PAUSE * loudest)
                .average()
                .orElse(0));
    }
}
