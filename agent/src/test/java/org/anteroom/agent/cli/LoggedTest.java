package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

/** What of its log a command lets out: cron mails every line on standard error. */
final class LoggedTest {

    @Test
    void aCommandLogsWhatIsWrongAndTheServiceEverything() throws Exception {
        assertThat(letsOut(Level.INFO, "doctor", "--only", "pbx")).isFalse();
        assertThat(letsOut(Level.WARN, "doctor")).isTrue();
        assertThat(letsOut(Level.INFO, "serve", "--config", "x")).isTrue();
        assertThat(letsOut(Level.DEBUG, "serve"))
                .as("as anteroom log may ask for")
                .isTrue();
    }

    private static boolean letsOut(Level level, String... args) throws Exception {
        LoggerContext context = new LoggerContext();
        context.putProperty(Anteroom.LEAST_LOGGED, Anteroom.least(args));
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LoggedTest.class.getResource("/logback.xml"));
        Logger logger = context.getLogger("org.anteroom.agent.Any");
        Appender<ILoggingEvent> log = context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("log");
        try {
            return log.getFilterChainDecision(new LoggingEvent("", logger, level, "said", null, null))
                    != FilterReply.DENY;
        } finally {
            context.stop();
        }
    }
}
