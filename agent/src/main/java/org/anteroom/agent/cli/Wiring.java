package org.anteroom.agent.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.EchoCanceller;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.config.MediaConfig;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.config.SpeechConfig;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.sip.LineLimits;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.LineTimers;
import org.anteroom.agent.sip.Secret;
import org.anteroom.agent.sip.Transport;
import org.anteroom.media.MediaSettings;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.PromptStore;
import org.anteroom.speech.VoiceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configuration to the settings of the parts that must not know it. */
final class Wiring {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private Wiring() {}

    static EarSettings ears(SpeechConfig speech) {
        int workers = speech.workers().orElse(Runtime.getRuntime().availableProcessors());
        return EarSettings.of(speech.model().orElseGet(Home::model), workers, speech.expectedCalls());
    }

    static VoiceSettings voice() {
        return VoiceSettings.standard();
    }

    /** The sentences that were shipped, then those of this practice; a folder that can't be used only costs time. */
    static List<PromptStore> promptStores(SpeechConfig speech) {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(Home.prompts())) {
            folders.add(Home.prompts());
        }
        speech.prompts().ifPresent(folders::add);
        List<PromptStore> stores = new ArrayList<>();
        for (Path folder : folders) {
            try {
                stores.add(PromptStore.open(folder, voice()));
            } catch (IOException e) {
                LOG.warn("Rendered sentences can't be kept in {}, so every start renders them again.", folder);
            }
        }
        return stores;
    }

    static MediaSettings media(MediaConfig media, SipConfig sip) throws IOException {
        Optional<InetAddress> bind = media.bind().or(sip::bind);
        return new MediaSettings(
                bind.isPresent() ? bind.get() : new InetSocketAddress(0).getAddress(),
                media.firstPort(),
                media.lastPort(),
                media.minPlayoutDelayMs(),
                media.maxPlayoutDelayMs(),
                media.echoCanceller() == EchoCanceller.AUTO);
    }

    /** The base set and the phrases of the practice's own type. */
    static RuleBook rules(PracticeConfig practice) {
        return RuleBook.of(EnumSet.of(practice.type()));
    }

    static Keys keys(OncallConfig oncall) {
        return new Keys(oncall.emergencyKey().charAt(0), Keys.DEFAULT.person());
    }

    /** @throws Failure when the password can't be had */
    static LineSettings line(SipConfig sip) throws Failure {
        return new LineSettings(
                new LineSettings.Pbx(
                        sip.pbx(),
                        sip.pbxPort(),
                        Transport.valueOf(sip.transport().name()),
                        sip.domain().orElse(sip.pbx())),
                new LineSettings.Account(
                        sip.user(),
                        sip.authUser().orElse(sip.user()),
                        password(sip),
                        sip.callerId().orElse(""),
                        ""),
                new LineSettings.Local(sip.bind(), sip.port()),
                LineTimers.standard().expiring(Duration.ofSeconds(sip.expires())),
                LineLimits.standard());
    }

    private static Secret password(SipConfig sip) throws Failure {
        if (sip.passwordFile().isEmpty()) {
            return Secret.of(sip.password().map(password -> password.reveal()).orElse(""));
        }
        return Secret.of(firstLine("sip.password-file", sip.passwordFile().get(), "the service's user"));
    }

    /** What a file of the configuration holds.
     *
     *  @param reader who must be able to read it, for the sentence
     *  @throws Failure when it can't be read
     */
    static String firstLine(String key, Path file, String reader) throws Failure {
        try {
            return org.anteroom.agent.config.Secret.firstLineOf(file).reveal();
        } catch (IOException e) {
            throw Failure.configuration(key + ": " + file + " can't be read (" + FileTrouble.why(e)
                    + "): make it readable for " + reader + ".");
        }
    }
}
