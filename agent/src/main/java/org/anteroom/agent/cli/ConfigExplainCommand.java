package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.KeyGuide;
import org.anteroom.agent.config.PlacedValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom config explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a key of the configuration means, what may be written, its default, and where the file sets it to"
                    + " what. The name of a section lists its keys; none lists the sections.",
            "",
            "It needs no running service and no valid configuration."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom config explain calls.simultaneous",
            "  anteroom config explain oncall",
            "",
            "Exit codes: 0 explained; 2 wrong command line or no such key."
        })
final class ConfigExplainCommand implements Callable<Integer> {

    /** For completions. */
    static final class Keys implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return KeyGuide.all().stream().map(KeyGuide::key).iterator();
        }
    }

    private static final int WIDTH = 100;
    private static final String LINE = "  %-9s %s";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "KEY",
            completionCandidates = Keys.class,
            description = "A key with its section, or a section.")
    private String key = "";

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        Optional<KeyGuide> guide = KeyGuide.of(key);
        if (guide.isPresent()) {
            explain(guide.get(), out);
        } else {
            list(out);
        }
        out.flush();
        return ExitCode.DONE.status();
    }

    private void list(PrintWriter out) throws Failure {
        if (key.isBlank()) {
            KeyGuide.all().stream()
                    .map(guide -> guide.key().substring(0, guide.key().indexOf('.')))
                    .distinct()
                    .forEach(out::println);
            return;
        }
        List<KeyGuide> keys = KeyGuide.under(key);
        if (keys.isEmpty()) {
            throw Failure.usage("There is no key " + Text.plain(key, 60) + "; did you mean " + KeyGuide.nearest(key)
                    + "? 'anteroom config explain' lists the sections.");
        }
        int longest =
                keys.stream().mapToInt(guide -> guide.key().length()).max().orElse(0);
        keys.forEach(guide -> out.println(
                Text.plain(String.format(Locale.ROOT, "%-" + longest + "s  %s", guide.key(), guide.doc()), WIDTH)));
    }

    private void explain(KeyGuide guide, PrintWriter out) {
        out.println(guide.key());
        Text.wrapped(guide.doc(), WIDTH - 2).forEach(line -> out.println("  " + line));
        out.println();
        line(out, "write", guide.type());
        line(out, "default", preset(guide));
        if (!guide.example().isEmpty()) {
            line(out, "example", guide.example());
        }
        values(guide).forEach(value -> line(out, "now", value));
        line(
                out,
                "change",
                guide.restart()
                        ? "takes effect with a restart: systemctl restart anteroom"
                        : "takes effect with a reload, which ends no call: systemctl reload anteroom");
    }

    private static String preset(KeyGuide guide) {
        if (!guide.preset().isEmpty()) {
            return guide.preset();
        }
        if (!guide.instead().isEmpty()) {
            return "none; this or " + guide.instead() + " must be given";
        }
        return guide.required() ? "none; it must be filled in" : "none; it may be left out";
    }

    private List<String> values(KeyGuide guide) {
        try {
            List<PlacedValue> values = PlacedValue.in(config.file(), guide.key());
            if (values.isEmpty()) {
                return List.of((guide.preset().isEmpty() ? "nothing" : guide.preset()) + ", because " + config.file()
                        + " doesn't set it");
            }
            return values.stream()
                    .map(value -> value.value() + "  (" + config.file() + ":" + value.line()
                            + (value.key().equals(guide.key()) ? "" : ", " + value.key()) + ")")
                    .toList();
        } catch (ConfigException e) {
            return List.of("not known: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static void line(PrintWriter out, String what, String text) {
        List<String> lines = Text.wrapped(Text.plain(text, 2_000), WIDTH - 12);
        out.println(String.format(Locale.ROOT, LINE, what, lines.get(0)));
        lines.stream().skip(1).forEach(rest -> out.println(String.format(Locale.ROOT, LINE, "", rest)));
    }
}
