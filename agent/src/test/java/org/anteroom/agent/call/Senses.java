package org.anteroom.agent.call;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.RequestReader;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.dialogue.TurnMeaning;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.Render;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.anteroom.speech.VoiceSettings;

/** The real ears, voice and rules, started once for all tests of this room: they take seconds. */
final class Senses {
    private static final int PORTS_OF_A_PROCESS = 4_000;
    /** What tests that run beside each other make; a recogniser that isn't warm is late. */
    private static final int CALLS_AT_A_TIME = 3;

    private static Senses shared;

    final Ears ears;
    final Voice voice;
    final Meaning meaning;
    final TurnMeaning meanings;
    final Catalogue catalogue = Catalogue.of(PracticeType.MEDICAL);
    final Detector detector = new Detector(RuleBook.of(Set.of(PracticeType.MEDICAL)), Keys.DEFAULT);

    private final Map<TemplateId, Render> rendered = new EnumMap<>(TemplateId.class);

    private Senses() throws Exception {
        SpeechCounters counters = new SpeechCounters();
        ears = new Ears(EarSettings.of(Path.of(System.getProperty("anteroom.model")), 2, CALLS_AT_A_TIME), counters);
        voice = new Voice(VoiceSettings.standard(), counters);
        meaning = Meaning.load();
        meanings = RequestReader.beside(meaning::vector);
    }

    static synchronized Senses shared() throws Exception {
        if (shared == null) {
            shared = new Senses();
        }
        return shared;
    }

    /** What a recogniser makes of what a phone heard. */
    static String words(short[] pcm) throws Exception {
        List<String> words = new ArrayList<>();
        try (Listening listening = shared().ears.listening()) {
            List<Heard> heard = new ArrayList<>(listening.feed(pcm, pcm.length));
            heard.addAll(listening.endOfAudio());
            heard.stream()
                    .filter(Heard.Final.class::isInstance)
                    .flatMap(one -> ((Heard.Final) one).words().stream())
                    .forEach(word -> words.add(word.text()));
        }
        return String.join(" ", words);
    }

    /** A sentence without slots as the installed program has it, rendered ahead: once for all tests. */
    synchronized Render rendered(TemplateId id) throws Exception {
        Render known = rendered.get(id);
        if (known == null) {
            known = voice.render(catalogue.text(id, Map.of()));
            rendered.put(id, known);
        }
        return known;
    }

    /** Sound on these ports, moved down for the second of the processes that run tests beside each other. */
    static MediaEngine media(int firstPort, int lastPort) throws Exception {
        int down = (Integer.getInteger("anteroom.fork", 1) - 1) * PORTS_OF_A_PROCESS;
        return new MediaEngine(
                new MediaSettings(InetAddress.getLoopbackAddress(), firstPort - down, lastPort - down, 20, 200, false),
                new MediaCounters());
    }
}
