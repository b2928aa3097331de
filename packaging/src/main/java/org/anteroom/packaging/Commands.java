package org.anteroom.packaging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What of a command the manual and the completions show: everything that isn't hidden. */
final class Commands {

    private Commands() {}

    /** The command and all below it, parents first. */
    static List<CommandSpec> shown(CommandSpec command) {
        List<CommandSpec> all = new ArrayList<>(List.of(command));
        below(command).forEach(each -> all.addAll(shown(each)));
        return all;
    }

    /** Its own sub-commands, each once, whatever other names it has. */
    static List<CommandSpec> below(CommandSpec command) {
        return new LinkedHashSet<>(command.subcommands().values())
                .stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(each -> !each.usageMessage().hidden())
                        .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(each -> !each.hidden()).toList();
    }

    static List<PositionalParamSpec> arguments(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(each -> !each.hidden())
                .toList();
    }

    /** What it does, in the first clause of its description, without the full stop. */
    static String summary(CommandSpec command) {
        String[] description = command.usageMessage().description();
        String first = description.length == 0 ? command.name() : text(description[0]);
        String clause = first.split("[.:;] ", 2)[0];
        return clause.endsWith(".") ? clause.substring(0, clause.length() - 1) : clause;
    }

    /** A text of Picocli's, with {@code %n} and {@code %%} written out. */
    static String text(String written) {
        return written.replace("%n", "\n").replace("%%", "%");
    }
}
