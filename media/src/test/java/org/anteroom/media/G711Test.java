package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class G711Test {
    /** Tables 2a and 2b of ITU-T G.711: decoder output values y at the segment ends, in units of 14 bits. */
    @Test
    void muLawDecodesToTheValuesOfTheRecommendation() {
        int[][] table = {
            {0x80, 8031},
            {0x8F, 4191},
            {0x9F, 2079},
            {0xAF, 1023},
            {0xBF, 495},
            {0xCF, 231},
            {0xDF, 99},
            {0xEF, 33},
            {0xFE, 2},
            {0xFF, 0},
            {0x00, -8031},
            {0x0F, -4191},
            {0x6F, -33},
            {0x7E, -2},
            {0x7F, 0}
        };
        for (int[] row : table) {
            assertThat(G711.decode(Codec.PCMU, (byte) row[0]))
                    .as("code %02x", row[0])
                    .isEqualTo((short) (row[1] * 4));
        }
    }

    /** Tables 1a and 1b: decoder output values in units of 13 bits; even bits are inverted on the line. */
    @Test
    void aLawDecodesToTheValuesOfTheRecommendation() {
        int[][] table = {
            {0xFF, 4032},
            {0xF0, 2112},
            {0xE0, 1056},
            {0xD0, 528},
            {0xC0, 264},
            {0xB0, 132},
            {0xA0, 66},
            {0x80, 1},
            {0x7F, -4032},
            {0x70, -2112},
            {0x00, -1}
        };
        for (int[] row : table) {
            byte code = (byte) (row[0] ^ 0x55);
            assertThat(G711.decode(Codec.PCMA, code)).as("code %02x", row[0]).isEqualTo((short) (row[1] * 8));
        }
    }

    @Test
    void everyCodeSurvivesDecodingAndEncoding() {
        for (Codec codec : Codec.values()) {
            for (int code = 0; code < 256; code++) {
                if (codec == Codec.PCMU && code == 0x7F) {
                    continue; // the second zero of mu-law
                }
                assertThat(G711.encode(codec, G711.decode(codec, (byte) code))).isEqualTo((byte) code);
            }
        }
    }

    @Test
    void everySampleIsEncodedToTheNearestValueOrItsNeighbour() {
        for (Codec codec : Codec.values()) {
            for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
                int decoded = G711.decode(codec, G711.encode(codec, (short) sample));
                int step = Math.max(8, Math.abs(sample) / 16 + 8);
                assertThat(Math.abs(decoded - Math.max(-32_256, Math.min(32_256, sample))))
                        .as(codec + " " + sample)
                        .isLessThanOrEqualTo(step);
            }
        }
    }
}
