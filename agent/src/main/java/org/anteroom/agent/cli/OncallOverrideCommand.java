package org.anteroom.agent.cli;

import java.util.Map;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code anteroom oncall override}. */
@Command(
        name = "override",
        mixinStandardHelpOptions = true,
        description = {
            "Puts somebody else on call by a rota for a while, at once: the next emergency rings them, one that rings"
                    + " already goes on as it began. Times are the practice's. Of overrides at the same time all are"
                    + " rung.",
            "",
            "It is kept beside the configuration (oncall-overrides.toml) and refused when it would leave nobody on call."
                    + " The running service writes who did it to the audit trail; while none runs, the file alone is"
                    + " changed, and that needs a user who may write there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom oncall override --rota dentists --who 'Dr. Yu' --from '2026-12-24 17:00' \\",
            "      --to '2026-12-27 08:00'",
            "  anteroom oncall override --list",
            "  anteroom oncall override --remove 3",
            "",
            "Exit codes: 0 done; 1 refused, or it can't be kept; 2 wrong command line; 78 wrong configuration."
        })
final class OncallOverrideCommand extends Question {

    /** A new override. */
    static final class Wish {
        @Option(names = "--rota", required = true, paramLabel = "NAME", description = "The rota, as configured.")
        private String rota = "";

        @Option(names = "--who", required = true, paramLabel = "PERSON", description = "The person, as configured.")
        private String who = "";

        @Option(names = "--from", required = true, paramLabel = "TIME", description = "Such as '2026-12-24 17:00'.")
        private String from = "";

        @Option(names = "--to", required = true, paramLabel = "TIME", description = "The end.")
        private String to = "";

        private ControlRequest request() {
            return new ControlRequest(Verb.ADD_OVERRIDE, 0, Map.of("rota", rota, "who", who, "from", from, "to", to));
        }
    }

    /** One of three. */
    static final class What {
        @ArgGroup(exclusive = false)
        private Wish wish = new Wish();

        @Option(names = "--list", description = "Lists those put in by command.")
        private boolean list;

        @Option(names = "--remove", paramLabel = "N", description = "Removes one by its number.")
        private int remove;

        private ControlRequest request() {
            return list
                    ? ControlRequest.of(Verb.LIST_OVERRIDES)
                    : remove != 0 ? new ControlRequest(Verb.REMOVE_OVERRIDE, remove) : wish.request();
        }
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what = new What();

    @Override
    ControlRequest request() {
        ControlRequest request = what.request();
        if (request.line().length() >= ControlRequest.LONGEST) {
            throw wrong("That is too long for a name or a time.");
        }
        return request;
    }
}
