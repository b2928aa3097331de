package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What other programs make of the same sentences. The ids are those of Hugging Face's tokenizers, by
 * {@code ai.djl.huggingface:tokenizers:0.30.0}, of the model's {@code tokenizer.json}; the vectors' first eight numbers
 * are those of langchain4j's {@code BgeSmallEnV15QuantizedEmbeddingModel.embed} 0.36.2, which runs on these tokens. Made once,
 * on x86-64 with AVX-512; neither is a part of this build, their tokenizer alone has 18 MB.
 */
class EmbedderReferenceTest {
    /**
     * On the same processor all numbers agree to the last digit given. Others round the products of 8-bit numbers
     * differently; sentences of unlike meaning differ by 0.05 a number (the root of 2 / 384 and a little less).
     */
    private static final float OTHER_PROCESSORS = 0.02f;

    private enum Reference {
        BREATH(
                "my son can't breathe, he is gasping for air",
                new long[] {101, 2026, 2365, 2064, 1005, 1056, 7200, 1010, 2002, 2003, 17054, 2005, 2250, 102},
                new float[] {-0.02662f, 0.01302f, 0.02709f, 0.03517f, -0.02666f, 0.03334f, 0.07853f, 0.01496f}),
        BLUE("she is turning blue", new long[] {101, 2016, 2003, 3810, 2630, 102}, new float[] {
            -0.02344f, -0.07368f, 0.01221f, -0.00642f, -0.04610f, 0.06584f, 0.03725f, 0.01054f
        }),
        BLEEDING(
                "i can't stop the bleeding since the extraction",
                new long[] {101, 1045, 2064, 1005, 1056, 2644, 1996, 9524, 2144, 1996, 14676, 102},
                new float[] {-0.06229f, 0.01040f, -0.00814f, 0.02873f, 0.03733f, -0.04208f, 0.07134f, 0.03423f}),
        POISON(
                "our puppy got into the rat poison",
                new long[] {101, 2256, 17022, 2288, 2046, 1996, 9350, 9947, 102},
                new float[] {-0.02493f, -0.05927f, 0.04068f, -0.03396f, 0.02348f, -0.00534f, 0.09795f, 0.03706f}),
        LIFE("i want to end my life", new long[] {101, 1045, 2215, 2000, 2203, 2026, 2166, 102}, new float[] {
            -0.01149f, -0.01527f, 0.06285f, 0.00761f, 0.00899f, -0.00361f, 0.03008f, 0.01235f
        }),
        CLEANING(
                "could you move my cleaning from monday to some day next week",
                new long[] {101, 2071, 2017, 2693, 2026, 9344, 2013, 6928, 2000, 2070, 2154, 2279, 2733, 102},
                new float[] {-0.07011f, -0.07635f, 0.05258f, -0.02717f, -0.01265f, -0.01637f, 0.01813f, -0.02034f}),
        INSURANCE("do you take my insurance", new long[] {101, 2079, 2017, 2202, 2026, 5427, 102}, new float[] {
            -0.06677f, -0.08684f, 0.01637f, 0.00530f, -0.00597f, -0.00684f, 0.13208f, 0.08958f
        }),
        PEANUTS(
                "Anaphylaxis?! He's had PEANUTS, 20 minutes ago; naïve café talk...",
                new long[] {
                    101, 9617, 21281, 2721, 9048, 2015, 1029, 999, 2002, 1005, 1055, 2018, 27613, 1010, 2322, 2781,
                    3283, 1025, 15743, 7668, 2831, 1012, 1012, 1012, 102
                },
                new float[] {-0.04773f, 0.04300f, -0.01811f, 0.01354f, 0.03964f, -0.06129f, 0.13253f, 0.02044f}),
        FOX(
                "the quick brown fox jumps over the lazy dog",
                new long[] {101, 1996, 4248, 2829, 4419, 14523, 2058, 1996, 13971, 3899, 102},
                new float[] {-0.10378f, -0.01263f, -0.01217f, 0.09911f, 0.00637f, 0.00809f, 0.01482f, 0.03142f}),
        HELP("help", new long[] {101, 2393, 102}, new float[] {
            0.00491f, -0.06919f, 0.06974f, -0.04273f, -0.03693f, 0.03900f, 0.04349f, 0.04238f
        });

        final String text;
        final long[] ids;
        final float[] begin;

        Reference(String text, long[] ids, float[] begin) {
            this.text = text;
            this.ids = ids;
            this.begin = begin;
        }

        double distance(float[] vector) {
            double square = 0;
            for (int i = 0; i < begin.length; i++) {
                square += Math.pow(vector[i] - begin[i], 2);
            }
            return Math.sqrt(square);
        }
    }

    private static WordPieces pieces;
    private static Embedder embedder;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream in = WordPieces.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            pieces = WordPieces.read(in);
        }
        embedder = Embedder.load();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @ParameterizedTest
    @EnumSource
    void cutsAsTheReferenceDoes(Reference reference) {
        assertThat(pieces.of(reference.text)).containsExactly(reference.ids);
    }

    @ParameterizedTest
    @EnumSource
    void beginsAsTheReferencesVector(Reference reference) {
        float[] vector = embedder.embed(reference.text);

        assertThat(Arrays.copyOf(vector, reference.begin.length))
                .containsExactly(reference.begin, within(OTHER_PROCESSORS));
    }

    @Test
    void eachIsNearerToItsOwnReferenceThanToAnyOther() {
        List<Reference> all = List.of(Reference.values());

        assertThat(all).allSatisfy(own -> {
            float[] vector = embedder.embed(own.text);
            assertThat(others(all, own))
                    .allSatisfy(other -> assertThat(other.distance(vector)).isGreaterThan(2 * own.distance(vector)));
        });
    }

    @Test
    void theModelIsTheOneThatItsIdentityNames() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Embedder.class.getResourceAsStream("/" + Embedder.MODEL)) {
            assertThat(HexFormat.of().formatHex(digest.digest(in.readAllBytes())))
                    .as("with another model, name it in the embedder and run mvn -Ptrain")
                    .isEqualTo(Embedder.IDENTITY);
        }
    }

    private static Stream<Reference> others(List<Reference> all, Reference own) {
        return all.stream().filter(each -> each != own);
    }
}
