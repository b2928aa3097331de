package org.anteroom.speech;

import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import javax.sound.sampled.AudioInputStream;
import marytts.LocalMaryInterface;
import marytts.config.MaryConfig;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;

/**
 * MaryTTS with its settings. It keeps its state in statics, so there is one per process, and it can't be stopped.
 *
 * <p>It is started without the modules we don't need (some of whose libraries aren't shipped), with the global-variance
 * optimisation off (with it some sentences collapse into a blast), keeping audio in memory (it would write sentences to
 * temporary files otherwise), and only when its logger is off, because it logs what it speaks.
 */
final class Mary {
    private static final String VOICE = "cmu-slt-hsmm";
    private static final String MODULES = "modules.classes.list";
    private static final String LOGGER = "marytts";
    private static final Set<String> UNUSED = Set.of(
            "marytts.modules.JTokeniser",
            "marytts.language.en.JTokeniser",
            "marytts.modules.TextToMaryXML",
            "marytts.modules.SSMLParser",
            "marytts.modules.SableParser",
            "marytts.modules.APMLParser",
            "marytts.modules.EmotionmlParser",
            "marytts.modules.PraatTextGridGenerator",
            "marytts.modules.HalfPhoneTargetFeatureLister",
            "marytts.modules.JPhonemiser(en_GB.)");

    private static @Nullable Mary started;

    private Mary() {}

    /**
     * Starts the synthesiser, once per process; takes seconds.
     *
     * @throws IOException when it can't start, or would log what it speaks
     */
    static synchronized Mary start() throws IOException {
        silence();
        if (started == null) {
            configure();
            try {
                newInterface(false);
            } catch (MaryConfigurationException | RuntimeException e) {
                throw new IOException("the voice (MaryTTS) did not start: is voice-cmu-slt-hsmm on the class path?", e);
            }
            started = new Mary();
        }
        return started;
    }

    /**
     * The sentence at 48 kHz, 16 bit, mono, little-endian. The stream must be read to its end: the thread that fills it
     * waits for ever otherwise.
     */
    AudioInputStream speak(Document tokens, boolean streaming) {
        try {
            return newInterface(streaming).generateAudio(tokens);
        } catch (MaryConfigurationException | SynthesisException e) {
            throw new IllegalStateException("synthesis failed: " + e.getClass().getSimpleName());
        }
    }

    private static LocalMaryInterface newInterface(boolean streaming) throws MaryConfigurationException {
        LocalMaryInterface mary = new LocalMaryInterface();
        mary.setInputType("TOKENS");
        mary.setOutputType("AUDIO");
        mary.setLocale(Locale.US);
        mary.setVoice(VOICE);
        mary.setStreamingAudio(streaming);
        return mary;
    }

    private static void configure() {
        for (MaryConfig config : MaryConfig.getConfigs()) {
            Properties properties = config.getProperties();
            String modules = properties.getProperty(MODULES);
            if (modules != null) {
                StringJoiner needed = new StringJoiner(" ");
                for (String module : modules.trim().split("\\s+")) {
                    if (!UNUSED.contains(module)) {
                        needed.add(module);
                    }
                }
                properties.setProperty(MODULES, needed.toString());
            }
            if (config.isMainConfig()) {
                properties.setProperty("synthesis.audiostore", "ram");
            }
            if (config.isVoiceConfig()) {
                properties.setProperty("voice." + VOICE + ".useGV", "false");
            }
        }
    }

    /** Every logger of MaryTTS is below this one; both logging APIs that it knows end in slf4j. */
    private static void silence() throws IOException {
        Logger logger = LoggerFactory.getLogger(LOGGER);
        if (logger instanceof ch.qos.logback.classic.Logger logback) {
            logback.setLevel(ch.qos.logback.classic.Level.OFF);
        }
        if (logger.isErrorEnabled()) {
            throw new IOException("the logger '" + LOGGER + "' must be off, because MaryTTS logs what is spoken: add"
                    + " <logger name=\"marytts\" level=\"OFF\"/> to the logging configuration");
        }
    }
}
