package org.anteroom.agent.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anteroom.agent.interop.ChildProcess;

/** Recall and false alarms on labelled files, by the installed command. */
final class Evaluations {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Evaluations() {}

    private static final List<String> WRITTEN =
            List.of("emergencies.tsv", "ordinary.tsv", "ordinary-clinc.tsv", "ordinary-sgd.tsv");

    static void run(Path app, Path corpus, Table table) throws IOException, InterruptedException {
        for (String file : WRITTEN) {
            row(app, "emergency", corpus.resolve(file), table);
        }
        row(app, "audio", corpus.resolve("spoken.tsv"), table);
        nights(app, corpus, table);
    }

    /** A practice of four doctors with 15 calls a night, of which 5 % hold a look-alike: the command's own defaults. */
    private static void nights(Path app, Path corpus, Table table) throws IOException, InterruptedException {
        List<String> files = WRITTEN.stream()
                .map(corpus::resolve)
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
        if (files.size() < WRITTEN.size()) {
            return;
        }
        List<String> command =
                new ArrayList<>(List.of(app.resolve("bin/anteroom").toString(), "evaluate", "nights", "--json"));
        command.addAll(files);
        try (ChildProcess process = ChildProcess.start(new File("."), command)) {
            int exit = process.awaitExit(LONGEST);
            String output = process.output();
            String figure = exit == 0
                    ? String.format(
                            Locale.ROOT,
                            "%.1f",
                            new ObjectMapper()
                                    .readTree(output.substring(output.indexOf('{')))
                                    .path("wakeUpsAMonth")
                                    .asDouble())
                    : "failed: " + output;
            table.row("evaluate nights: needless wake-ups a month, 6 turns a call", figure, "≤ 4");
        }
    }

    private static void row(Path app, String kind, Path file, Table table) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return;
        }
        long started = System.nanoTime();
        List<String> command =
                List.of(app.resolve("bin/anteroom").toString(), "evaluate", kind, file.toString(), "--json");
        try (ChildProcess process = ChildProcess.start(new File("."), command)) {
            int exit = process.awaitExit(LONGEST);
            String output = process.output();
            if (exit != 0) {
                table.row("evaluate " + kind + " " + file.getFileName(), "failed: " + output, "reported");
                return;
            }
            JsonNode result = new ObjectMapper().readTree(output.substring(output.indexOf('{')));
            StringBuilder text = new StringBuilder();
            for (String key : List.of("recall", "falseAlarms", "wer")) {
                if (result.hasNonNull(key)) {
                    text.append(String.format(
                            Locale.ROOT,
                            "%s %.1f %%, ",
                            key,
                            100 * result.get(key).asDouble()));
                }
            }
            text.append(
                            result.path("cases").size() > 0
                                    ? result.path("cases").size()
                                    : result.path("cases").asInt())
                    .append(" cases in ")
                    .append(Math.round((System.nanoTime() - started) / 1e9))
                    .append(" s");
            table.row("evaluate " + kind + " " + file.getFileName(), text.toString(), "reported");
        }
    }
}
