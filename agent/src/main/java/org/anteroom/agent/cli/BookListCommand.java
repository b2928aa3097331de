package org.anteroom.agent.cli;

import java.util.HashMap;
import java.util.Map;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code anteroom book list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the appointments of a day in order, with their numbers and the patients' names; cancelled ones are left"
                    + " out. Who looked is written to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book list",
            "  anteroom book list --day 2026-06-03 --provider ortiz",
            "",
            "Exit codes: 0 shown; 1 no such provider, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class BookListCommand extends Question {

    @Option(
            names = "--day",
            defaultValue = "",
            paramLabel = "DATE",
            description = "Such as 2026-06-03 (default: today).")
    private String day = "";

    @Option(
            names = "--provider",
            defaultValue = "",
            paramLabel = "ID",
            description = "One provider, by the id in the configuration (default: all).")
    private String provider = "";

    @Override
    ControlRequest request() {
        if (!day.isEmpty() && !day.matches("\\d{4}-\\d\\d-\\d\\d")) {
            throw wrong("The day must be a date such as 2026-06-03");
        }
        Map<String, String> words = new HashMap<>();
        words.put("day", day);
        words.put("provider", provider);
        return new ControlRequest(Verb.LIST_BOOK, 0, words);
    }
}
