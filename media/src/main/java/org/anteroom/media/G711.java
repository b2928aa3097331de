package org.anteroom.media;

/**
 * ITU-T G.711 by table: mu-law to and from 14-bit, A-law to and from 13-bit linear, both held left-justified in 16 bits.
 *
 * <p>The decoding tables follow tables 1a-2b of the recommendation; each encoding table holds, for every linear value, the code whose
 * decision interval contains it. Tables are shared and never written after the class is loaded.
 */
public final class G711 {
    private static final int MU_LAW_BIAS = 33;
    private static final int MU_LAW_CLIP = 8158;
    private static final short[] MU_LAW_DECODED = new short[256];
    private static final short[] A_LAW_DECODED = new short[256];
    private static final byte[] MU_LAW_ENCODED = new byte[1 << 14];
    private static final byte[] A_LAW_ENCODED = new byte[1 << 13];

    static {
        for (int code = 0; code < 256; code++) {
            MU_LAW_DECODED[code] = muLawToLinear(code);
            A_LAW_DECODED[code] = aLawToLinear(code);
        }
        for (int i = 0; i < MU_LAW_ENCODED.length; i++) {
            MU_LAW_ENCODED[i] = linearToMuLaw(i - (1 << 13));
        }
        for (int i = 0; i < A_LAW_ENCODED.length; i++) {
            A_LAW_ENCODED[i] = linearToALaw(i - (1 << 12));
        }
    }

    private G711() {}

    /** One byte of a payload as a 16-bit sample. */
    public static short decode(Codec codec, byte code) {
        return (codec == Codec.PCMU ? MU_LAW_DECODED : A_LAW_DECODED)[code & 0xFF];
    }

    static byte encode(Codec codec, short sample) {
        return codec == Codec.PCMU
                ? MU_LAW_ENCODED[(sample >> 2) + (1 << 13)]
                : A_LAW_ENCODED[(sample >> 3) + (1 << 12)];
    }

    private static short muLawToLinear(int code) {
        int bits = ~code;
        int magnitude = ((((bits & 0x0F) << 1) + MU_LAW_BIAS) << ((bits >> 4) & 7)) - MU_LAW_BIAS;
        return (short) (((bits & 0x80) == 0 ? magnitude : -magnitude) << 2);
    }

    private static byte linearToMuLaw(int sample14) {
        int magnitude = Math.min(sample14 < 0 ? ~sample14 : sample14, MU_LAW_CLIP) + MU_LAW_BIAS;
        int segment = 26 - Integer.numberOfLeadingZeros(magnitude);
        int code = (segment << 4) | ((magnitude >> (segment + 1)) & 0x0F);
        return (byte) ~(sample14 < 0 ? code | 0x80 : code);
    }

    private static short aLawToLinear(int code) {
        int bits = code ^ 0x55;
        int segment = (bits >> 4) & 7;
        int step = ((bits & 0x0F) << 1) + 1;
        int magnitude = segment == 0 ? step : (step + 32) << (segment - 1);
        return (short) (((bits & 0x80) != 0 ? magnitude : -magnitude) << 3);
    }

    private static byte linearToALaw(int sample13) {
        int magnitude = sample13 < 0 ? ~sample13 : sample13;
        int segment = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude | 1));
        int mantissa = segment == 0 ? magnitude >> 1 : magnitude >> segment;
        int code = (segment << 4) | (mantissa & 0x0F);
        return (byte) ((sample13 < 0 ? code : code | 0x80) ^ 0x55);
    }
}
