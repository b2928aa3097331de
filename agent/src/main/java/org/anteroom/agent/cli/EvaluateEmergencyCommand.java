package org.anteroom.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.EmergencyEvaluation;
import org.anteroom.agent.rehearsal.EmergencyReport;
import org.anteroom.agent.rehearsal.TsvException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom evaluate emergency FILE.tsv}. */
@Command(
        name = "emergency",
        mixinStandardHelpOptions = true,
        description = {
            "Feeds written sentences to the emergency detector, word by word as a recogniser would, and counts which"
                    + " ones it fires on. A case fires if any beginning of it fires.",
            "",
            "FILE is UTF-8 text, tab separated, with a header line. Columns: label (emergency must fire, not must not)"
                    + " and text (lower case, as spoken); optional: id, category, practice (dental, medical,"
                    + " veterinary, mental-health; any or empty applies all phrases together).",
            "",
            "--json prints one object: recall, alarmRecall (part of the emergencies that became an alarm),"
                    + " falseAlarms, concernRate (part of the others that became a concern and no alarm), cases, misses"
                    + " (every case that went wrong). Fractions are 0 to 1, null where there are no such rows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate emergency our-sentences.tsv",
            "  anteroom evaluate emergency our-sentences.tsv --json | jq .misses",
            "",
            "Exit codes: 0 measured, whatever the figures; 1 the sentence model can't be used; 2 FILE is wrong."
        })
final class EvaluateEmergencyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The cases.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        try (Meaning meaning = Meaning.load()) {
            EmergencyReport report = new EmergencyEvaluation(meaning).run(file);
            out.print(json ? Json.MAPPER.writeValueAsString(report.json()) + System.lineSeparator() : report.text());
            out.flush();
            return ExitCode.DONE.status();
        } catch (TsvException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw Failure.failed("The figures could not be written as JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        }
    }
}
