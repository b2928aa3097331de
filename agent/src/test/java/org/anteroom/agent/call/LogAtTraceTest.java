package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PbxFault;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A log at its most talkative, as an operator may set it by command: still nothing of what callers say, nor who they are. */
final class LogAtTraceTest {
    private static final Duration QUIET = Duration.ofMillis(800);
    /** So many words of a caller's one after the other are no accident. */
    private static final int TELLING = 3;

    @TempDir
    Path folder;

    private final Queue<ILoggingEvent> logged = new ConcurrentLinkedQueue<>();
    private final Map<Logger, Level> before = new HashMap<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger ours = context.getLogger("org.anteroom");
    private final AppenderBase<ILoggingEvent> capture = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            logged.add(event);
        }
    };

    @BeforeEach
    void logEverything() {
        context.getLoggerList().stream()
                .filter(logger -> logger.getName().startsWith("org.anteroom") && logger.getLevel() != null)
                .forEach(logger -> before.put(logger, logger.getLevel()));
        before.keySet().forEach(logger -> logger.setLevel(Level.TRACE));
        assertThat(ours.getLevel()).isEqualTo(Level.TRACE);
        ours.setAdditive(false);
        capture.setContext(context);
        capture.start();
        ours.addAppender(capture);
    }

    @AfterEach
    void logAsBefore() {
        ours.detachAppender(capture);
        ours.setAdditive(true);
        before.forEach(Logger::setLevel);
    }

    @Test
    void holdsNoWordAndNoNumberOfACallerFromTheGreetingToTheDoctor() throws Exception {
        List<String> said = new ArrayList<>();
        try (Clinic clinic = Clinic.night(folder, Clinic.ONE_DOCTOR)) {
            clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(620));
            try (PhoneCall call = clinic.greeted()) {
                say(call, "message-wish", said);
                clinic.nextSaid(TemplateId.ASK_NAME);
                say(call, "message-name", said);
                clinic.nextSaid(TemplateId.ASK_SAME_NUMBER);
                say(call, "message-no", said);
                assertThat(call.awaitTurn(QUIET, Clinic.SOON)).isTrue();
                say(call, "message-number", said);
                assertThat(call.awaitTurn(QUIET, Clinic.SOON)).isTrue();
                say(call, "emergency-choking", said);
                clinic.nextLeg("doctor", "bridged");
            }
            clinic.next(CallEvent.Ended.class, ended -> true);
            aPhoneThatFailsToo(clinic);
            clinic.all.stream()
                    .filter(CallEvent.Heard.class::isInstance)
                    .forEach(heard -> said.add(((CallEvent.Heard) heard).words()));
        }

        assertThat(logged).as("it logs at all").isNotEmpty();
        for (ILoggingEvent event : logged) {
            String text = text(event);
            assertThat(text)
                    .doesNotContain(Clinic.CALLER, Clinic.NUMBER, "5550173")
                    .doesNotContain("robert", "miller");
            for (String words : said) {
                assertThat(text).doesNotContain(telling(words));
            }
        }
    }

    private static void say(PhoneCall call, String name, List<String> said) throws Exception {
        CallerAudio.Clip clip = CallerAudio.clip(name);
        said.add(clip.words());
        call.say(clip);
    }

    /** What goes wrong is what most is logged about. */
    private static void aPhoneThatFailsToo(Clinic clinic) throws Exception {
        clinic.pbx.fail(Clinic.DOCTOR, PbxFault.BROKEN);
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            call.press('*');
            clinic.nextLeg("doctor", "refused 503");
        }
    }

    /** Every run of words that only the caller can have said. */
    private static String[] telling(String words) {
        String[] each = words.replace(",", "").split(" ");
        if (each.length < TELLING) {
            return new String[] {"the caller said " + words};
        }
        String[] runs = new String[each.length - TELLING + 1];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = String.join(" ", Arrays.copyOfRange(each, i, i + TELLING));
        }
        return runs;
    }

    private static String text(ILoggingEvent event) {
        String trouble =
                event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return (event.getThreadName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                        + trouble)
                .toLowerCase(Locale.ROOT);
    }
}
