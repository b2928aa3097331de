package org.anteroom.agent.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The levels of the log, changed while the service runs and taken back in time. Only loggers of ours can be changed: they log
 *  no words, names or numbers at any level, which can't be said of libraries. Any thread.
 */
final class LogLevels implements AutoCloseable {

    /** The logger above all of ours. */
    static final String ALL = "org.anteroom";

    /** How long the talkative levels last unless something else is said. */
    static final Duration USUAL = Duration.ofHours(1);

    static final Duration LONGEST = Duration.ofDays(1);

    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");
    private static final String BACK = "default";

    /** For completions. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(LEVELS.stream(), Stream.of(BACK)).iterator();
        }
    }

    private final LoggerContext context;
    private final Clock clock;
    private final Map<String, Changed> changed = new LinkedHashMap<>();

    /** @param before what the configuration of the log says; null where it says nothing of this logger */
    private record Changed(@Nullable Level before, Optional<Instant> until) {}

    LogLevels(LoggerContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** One line for each logger of ours that has a level of its own. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Logger logger : context.getLoggerList()) {
            if (ours(logger.getName()) && logger.getLevel() != null) {
                String until = Optional.ofNullable(changed.get(logger.getName()))
                        .map(change -> change.until()
                                .map(at ->
                                        "  (for " + StatusView.words(Duration.between(clock.instant(), at)) + " more)")
                                .orElse("  (until the service ends)"))
                        .orElse("");
                String off = logger.getLevel() == Level.OFF ? "  (told by alarms and the log of the line instead)" : "";
                lines.add(String.format(
                        Locale.ROOT, "%-48s %s%s%s", logger.getName(), word(logger.getLevel()), off, until));
            }
        }
        return lines;
    }

    /** Changes a level, or takes changes back.
     *
     *  @param name of the logger
     *  @param level a level, or "default"
     *  @param time how long, such as 10m; empty for the usual
     *  @return what was done, as a sentence
     *  @throws Failure with the sentence why not
     */
    synchronized String set(String name, String level, String time) throws Failure {
        if (!ours(name)) {
            throw Failure.usage("The level of '" + Text.plain(name, 80) + "' can't be changed: only " + ALL + " and the"
                    + " loggers below it can. Libraries would log what callers say.");
        }
        if (context.getLoggerList().stream().noneMatch(logger -> within(logger.getName(), name))) {
            throw Failure.usage("Nothing logs as '" + Text.plain(name, 80) + "' yet; try " + ALL
                    + ".agent.sip or another" + " name that begins as in the log.");
        }
        if (level.equals(BACK)) {
            List<String> names =
                    changed.keySet().stream().filter(each -> within(each, name)).toList();
            names.forEach(this::back);
            return names.isEmpty() ? "Nothing was changed." : "Back to: " + word(effective(name)) + ".";
        }
        if (!LEVELS.contains(level)) {
            throw Failure.usage("'" + Text.plain(level, 20)
                    + "' is no level; there are error, warn, info, debug, trace and default.");
        }
        boolean talkative = level.equals("debug") || level.equals("trace");
        Optional<Duration> lasting =
                time.isEmpty() ? Optional.of(USUAL).filter(usual -> talkative) : Optional.of(time(time));
        Logger logger = context.getLogger(name);
        Changed before = changed.getOrDefault(name, new Changed(logger.getLevel(), Optional.empty()));
        changed.put(name, new Changed(before.before(), lasting.map(clock.instant()::plus)));
        logger.setLevel(Level.toLevel(level));
        return name + " logs " + level
                + lasting.map(it -> " for " + StatusView.words(it) + ", then as before.")
                        .orElse(" until the service ends, or: anteroom log default");
    }

    /** Takes back what has lasted long enough. */
    synchronized void look() {
        Instant now = clock.instant();
        List.copyOf(changed.entrySet()).stream()
                .filter(each -> each.getValue()
                        .until()
                        .filter(until -> !until.isAfter(now))
                        .isPresent())
                .forEach(each -> back(each.getKey()));
    }

    @Override
    public synchronized void close() {
        List.copyOf(changed.keySet()).forEach(this::back);
    }

    private void back(String name) {
        Changed change = changed.remove(name);
        if (change != null) {
            context.getLogger(name).setLevel(change.before());
        }
    }

    private Level effective(String name) {
        return context.getLogger(name).getEffectiveLevel();
    }

    private static boolean ours(String name) {
        return within(name, ALL);
    }

    private static boolean within(String name, String above) {
        return name.equals(above) || name.startsWith(above + ".");
    }

    private static String word(Level level) {
        return level.toString().toLowerCase(Locale.ROOT);
    }

    private static Duration time(String written) throws Failure {
        if (written.matches("[0-9]{1,5}[smh]")) {
            Duration time = Duration.parse("PT" + written.toUpperCase(Locale.ROOT));
            if (!time.isZero() && time.compareTo(LONGEST) <= 0) {
                return time;
            }
        }
        throw Failure.usage("--for must be a time such as 90s, 10m or 2h, a day at most");
    }
}
