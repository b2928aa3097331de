package org.anteroom.speech;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * A Vosk recogniser, open or with a grammar.
 *
 * <p>Partials carry no word times: Vosk's timed partials come out of its lattice, 0.7 to 1.5 s later than the plain ones.
 * Only {@code getFinalResult()} leaves a clean state behind; {@code getResult()} and {@code reset()} do not. A closed
 * native must never be touched again: every call checks.
 */
final class VoskRecogniser implements Recogniser {
    private static final float HERTZ = 16_000f;
    private static final String UNKNOWN = "[unk]";
    /**
     * The network runs every 120 ms of audio (frames-per-chunk in model.conf), first when it has seen this much: between
     * those moments the words can't change, and asking for them costs as much as a tenth of the decoding. A model with
     * other settings is asked at the same moments and is then up to 120 ms later.
     */
    private static final int CHUNK_SAMPLES = 16 * 120;

    private static final int FIRST_CHUNK_SAMPLES = 16 * 40;
    /** Readings of a turn that are asked for; five find half as much more as ten. */
    private static final int READINGS = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Recognizer vosk;
    /** Words of this turn from before an end point of Vosk's own, which a foreign model's settings may still have. */
    private final List<Word> settled = new ArrayList<>();

    private long fedSamples;
    private long turnSamples;
    private String lastPartial = "";
    private List<String> partial = List.of();
    private boolean closed;

    private VoskRecogniser(Recognizer vosk) {
        this.vosk = vosk;
        vosk.setWords(true);
        vosk.setMaxAlternatives(READINGS);
    }

    static VoskRecogniser open(Model model) throws IOException {
        return new VoskRecogniser(new Recognizer(model, HERTZ));
    }

    /** Listens for these phrases only; what else is said comes out as nothing. */
    static VoskRecogniser grammar(Model model, List<String> phrases) throws IOException {
        List<String> grammar = new ArrayList<>(phrases);
        grammar.add(UNKNOWN);
        return new VoskRecogniser(new Recognizer(model, HERTZ, JSON.writeValueAsString(grammar)));
    }

    @Override
    public void feed(short[] pcm16k, int n) {
        check();
        fedSamples += n;
        turnSamples += n;
        if (vosk.acceptWaveForm(pcm16k, n)) {
            settled.addAll(recognised(vosk.getResult()).words());
        }
    }

    @Override
    public List<String> partial() {
        check();
        if (turnSamples % CHUNK_SAMPLES != FIRST_CHUNK_SAMPLES) {
            return partial;
        }
        String json = vosk.getPartialResult();
        if (!json.equals(lastPartial)) {
            lastPartial = json;
            List<String> words = new ArrayList<>();
            settled.forEach(word -> words.add(word.text()));
            for (String word : parse(json).path("partial").asText("").split(" ")) {
                if (isWord(word)) {
                    words.add(word);
                }
            }
            partial = List.copyOf(words);
        }
        return partial;
    }

    @Override
    public Recognised finish() {
        check();
        List<Word> before = List.copyOf(settled);
        Recognised recognised = recognised(vosk.getFinalResult()).each(words -> after(before, words));
        settled.clear();
        turnSamples = 0;
        lastPartial = "";
        partial = List.of();
        return recognised;
    }

    @Override
    public long fedMs() {
        return fedSamples / 16;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            vosk.close();
        }
    }

    private void check() {
        if (closed) {
            throw new IllegalStateException("the recogniser is closed");
        }
    }

    private static List<Word> after(List<Word> before, List<Word> words) {
        List<Word> all = new ArrayList<>(before);
        all.addAll(words);
        return all;
    }

    /** An end point of Vosk's own may have left one reading alone. */
    private static Recognised recognised(String json) {
        JsonNode result = parse(json);
        JsonNode alternatives = result.path("alternatives");
        if (alternatives.isMissingNode()) {
            return new Recognised(words(result), List.of());
        }
        Readings readings = new Readings();
        for (JsonNode each : alternatives) {
            readings.add(words(each), each.path("confidence").asDouble(0));
        }
        return readings.recognised();
    }

    private static List<Word> words(JsonNode reading) {
        List<Word> words = new ArrayList<>();
        for (JsonNode each : reading.path("result")) {
            String text = each.path("word").asText("");
            if (isWord(text)) {
                double confidence = Math.max(0, Math.min(1, each.path("conf").asDouble(Word.NOT_RATED)));
                words.add(new Word(
                        text, confidence, (int) Math.round(each.path("start").asDouble(0) * 1000), (int)
                                Math.round(each.path("end").asDouble(0) * 1000)));
            }
        }
        return words;
    }

    /** Not "[unk]", "<unk>" or nothing. */
    private static boolean isWord(String text) {
        return !text.isEmpty() && text.charAt(0) != '[' && text.charAt(0) != '<';
    }

    /** The parser's own message would hold the words. */
    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the recogniser's answer of " + json.length() + " characters is not JSON");
        }
    }
}
