package org.anteroom.agent.call;

import java.util.Random;

/**
 * What lines, loudspeakers and rooms make of our own voice, at 8 kHz. Pure: the same case makes the same of the same
 * sound.
 */
enum EchoCase {
    LINEAR_10(-10, 20),
    LINEAR_20(-20, 180),
    LINEAR_30(-30, 400),
    ROOM_300_MS_DIRECT(-10, 60, 0.3, 6),
    ROOM_300_MS(-10, 130, 0.3, 0),
    ROOM_300_MS_FAR(-10, 220, 0.3, -6),
    ROOM_600_MS_DIRECT(-10, 60, 0.6, 6),
    ROOM_600_MS(-10, 130, 0.6, 0),
    ROOM_600_MS_FAR(-10, 220, 0.6, -6),
    ROOM_1000_MS_DIRECT(-10, 60, 1.0, 6),
    ROOM_1000_MS(-10, 130, 1.0, 0),
    ROOM_1000_MS_FAR(-10, 220, 1.0, -6),
    CLIPPED(-10, 150) {
        @Override
        double[] distort(double[] sound) {
            return clipped(sound);
        }
    },
    MU_LAW_TWICE(-30, 150) {
        @Override
        double[] finish(double[] sound) {
            return muLaw(muLaw(sound));
        }
    },
    DELAY_JUMPS_40_MS(-10, 120) {
        @Override
        double[] distort(double[] sound) {
            return jumping(sound);
        }
    },
    TELEPHONE_BAND(-10, 90) {
        @Override
        double[] distort(double[] sound) {
            return telephone(sound);
        }
    },
    NOISE_20_DB(-10, 120) {
        @Override
        double[] finish(double[] sound) {
            return noisy(sound, 20);
        }
    },
    NOISE_10_DB(-10, 120) {
        @Override
        double[] finish(double[] sound) {
            return noisy(sound, 10);
        }
    },
    EVERYTHING(-10, 120, 0.6, -6) {
        @Override
        double[] distort(double[] sound) {
            return telephone(jumping(clipped(sound)));
        }

        @Override
        double[] finish(double[] sound) {
            return muLaw(noisy(sound, 10));
        }
    },
    /** Louder than any line should send back. */
    LOUD_LINEAR(0, 120),
    LOUD_ROOM(-6, 130, 0.6, 0),
    LOUD_ROOM_FAR(-6, 220, 0.6, -6),
    LOUD_EVERYTHING(-6, 120, 0.6, -6) {
        @Override
        double[] distort(double[] sound) {
            return EVERYTHING.distort(sound);
        }

        @Override
        double[] finish(double[] sound) {
            return EVERYTHING.finish(sound);
        }
    };

    private static final int RATE = 8_000;

    private final double decibels;
    private final int delayMs;
    private final double roomSeconds;
    private final double directDecibels;

    EchoCase(double decibels, int delayMs) {
        this(decibels, delayMs, 0, 0);
    }

    /**
     * @param decibels level of all that comes back
     * @param roomSeconds in which the room's sound dies away by 60 dB
     * @param directDecibels level of the direct sound over the room's
     */
    EchoCase(double decibels, int delayMs, double roomSeconds, double directDecibels) {
        this.decibels = decibels;
        this.delayMs = delayMs;
        this.roomSeconds = roomSeconds;
        this.directDecibels = directDecibels;
    }

    boolean loud() {
        return decibels > -10;
    }

    short[] of(short[] ours) {
        double[] sound = new double[ours.length];
        int delay = delayMs * RATE / 1_000;
        for (int i = delay; i < sound.length; i++) {
            sound[i] = ours[i - delay];
        }
        double[] spoken = sound.clone();
        sound = distort(sound);
        if (roomSeconds > 0) {
            sound = inRoom(sound);
        }
        double gain = Math.pow(10, decibels / 20) * level(spoken) / level(sound);
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= gain;
        }
        sound = finish(sound);
        short[] back = new short[sound.length];
        for (int i = 0; i < back.length; i++) {
            back[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sound[i])));
        }
        return back;
    }

    double[] distort(double[] sound) {
        return sound;
    }

    double[] finish(double[] sound) {
        return sound;
    }

    /** Noise that dies away, after the direct sound; as many reflections as ears can't tell from all of them. */
    private double[] inRoom(double[] sound) {
        Random random = new Random(ordinal());
        int length = (int) (roomSeconds * RATE);
        double[] tail = new double[length];
        double energy = 0;
        for (int i = 20; i < length; i += 1 + random.nextInt(7)) {
            tail[i] = random.nextGaussian() * Math.pow(10, -3.0 * i / length);
            energy += tail[i] * tail[i];
        }
        double gain = Math.pow(10, -directDecibels / 20) / Math.sqrt(energy);
        double[] room = sound.clone();
        for (int lag = 0; lag < length; lag++) {
            double strength = tail[lag] * gain;
            for (int i = lag; strength != 0 && i < room.length; i++) {
                room[i] += strength * sound[i - lag];
            }
        }
        return room;
    }

    private static double[] clipped(double[] sound) {
        double[] clipped = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            clipped[i] = Math.tanh(sound[i] / 3_000);
        }
        return clipped;
    }

    /** 40 ms later and earlier again, every 0.9 s. */
    private static double[] jumping(double[] sound) {
        double[] jumping = sound.clone();
        int jump = 40 * RATE / 1_000;
        for (int i = jump; i < sound.length; i++) {
            jumping[i] = i / (RATE * 9 / 10) % 2 == 0 ? sound[i] : sound[i - jump];
        }
        return jumping;
    }

    /** 300 to 3,400 Hz, two first-order filters each. */
    private static double[] telephone(double[] sound) {
        double[] filtered = sound.clone();
        for (int pass = 0; pass < 2; pass++) {
            double high = Math.exp(-2 * Math.PI * 300 / RATE);
            double low = Math.exp(-2 * Math.PI * 3_400 / RATE);
            double before = 0;
            double slow = 0;
            for (int i = 0; i < filtered.length; i++) {
                slow = high * slow + (1 - high) * filtered[i];
                before = low * before + (1 - low) * (filtered[i] - slow);
                filtered[i] = before;
            }
        }
        return filtered;
    }

    private static double[] noisy(double[] sound, double decibels) {
        Random random = new Random(7);
        double strength = level(sound) * Math.pow(10, -decibels / 20);
        double[] noisy = sound.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += strength * random.nextGaussian();
        }
        return noisy;
    }

    /** To 8 bits of ITU-T G.711's law and back. */
    private static double[] muLaw(double[] sound) {
        double[] coded = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            double share = Math.min(1, Math.abs(sound[i]) / 32_635);
            double code = Math.round(Math.log1p(255 * share) / Math.log(256) * 127) / 127.0;
            coded[i] = Math.signum(sound[i]) * Math.expm1(code * Math.log(256)) / 255 * 32_635;
        }
        return coded;
    }

    private static double level(double[] sound) {
        double energy = 1;
        for (double sample : sound) {
            energy += sample * sample;
        }
        return Math.sqrt(energy / sound.length);
    }
}
