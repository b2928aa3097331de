package org.anteroom.agent.cli;

import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.TextConfig;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.CodeTexts;
import org.anteroom.agent.notice.TextFiles;
import org.anteroom.agent.practice.reception.CodeSender;
import org.anteroom.agent.watch.Counters;

/**
 * The texts of a service, through the gateway of the configuration in force; none without one. Any thread, but one change at a
 * time.
 */
final class ServiceTexts implements CodeSender, AutoCloseable {
    /** What texts go by. */
    private record Choice(TextConfig text, String practice, TextFiles files) {
        static Choice of(Config config) {
            TextConfig text = config.text();
            return new Choice(text, text.nameOf(config.practice()), TextFiles.of(text));
        }
    }

    private final Alarms alarms;
    private final Counters counters;
    private Optional<Choice> choice = Optional.empty();
    private volatile Optional<CodeTexts> texts = Optional.empty();

    ServiceTexts(Alarms alarms, Counters counters) {
        this.alarms = alarms;
        this.counters = counters;
    }

    /**
     * From now on by this configuration, where it differs, its files hold something else, or there was no gateway to be used
     * before. Codes that wait for the one before are lost. Blocks for some seconds at most.
     */
    void goBy(Config config) {
        Choice next = Choice.of(config);
        if (texts.isPresent() && choice.equals(Optional.of(next))) {
            return;
        }
        choice = Optional.of(next);
        close();
        texts = CodeTexts.open(next.text(), next.practice(), alarms, counters);
    }

    @Override
    public void send(String number, String code) {
        texts.ifPresent(sending -> sending.send(number, code));
    }

    @Override
    public void close() {
        Optional<CodeTexts> before = texts;
        texts = Optional.empty();
        before.ifPresent(CodeTexts::close);
    }
}
