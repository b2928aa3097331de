package org.anteroom.agent.cli;

import java.util.Locale;
import java.util.Map;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anteroom log}. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how much the running service logs; with a level, changes it at once, without a restart.",
            "",
            "Levels are error, warn, info, debug and trace; 'default' takes back what was changed. debug and trace end by"
                    + " themselves after an hour, or after --for. Only loggers of Anteroom can be changed: the libraries"
                    + " would log what callers say. Names, numbers and words of callers are logged at no level.",
            "",
            "Who changed what stands in the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom log",
            "  anteroom log debug --logger org.anteroom.agent.sip --for 10m",
            "  anteroom log default",
            "",
            "Exit codes: 0 done; 1 the service is not running; 2 wrong command line; 78 wrong configuration."
        })
final class LogCommand extends Question {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "LEVEL",
            completionCandidates = LogLevels.Words.class,
            description = "error, warn, info, debug, trace or default; without it the levels are shown.")
    private String level = "";

    @Option(
            names = "--logger",
            paramLabel = "NAME",
            defaultValue = LogLevels.ALL,
            description = "Whose level (default: ${DEFAULT-VALUE}, all of ours).")
    private String logger = LogLevels.ALL;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "",
            description = "When it goes back: 90s, 10m, 2h; a day at most.")
    private String time = "";

    @Override
    ControlRequest request() {
        if (level.isEmpty()) {
            if (!time.isEmpty() || !logger.equals(LogLevels.ALL)) {
                throw wrong("Say the level first: log debug --logger NAME --for 10m");
            }
            return ControlRequest.of(Verb.SHOW_LOG_LEVELS);
        }
        return new ControlRequest(
                Verb.SET_LOG_LEVEL, 0, Map.of("level", level.toLowerCase(Locale.ROOT), "logger", logger, "for", time));
    }
}
