package org.anteroom.packaging;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Lets completions offer the words that the help shows: {@code list|show} stands for two of them. */
final class Choices {
    private static final Pattern WORDS = Pattern.compile("[a-z0-9-]+(\\|[a-z0-9-]+)+");

    private Choices() {}

    /** The same commands, with candidates for every argument whose label is words to choose from. */
    static CommandLine offered(CommandLine program) {
        Commands.shown(program.getCommandSpec()).forEach(Choices::offer);
        return program;
    }

    private static void offer(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            if (choice(option.paramLabel()) && option.group() == null) {
                command.remove(option);
                command.addOption(option.toBuilder()
                        .completionCandidates(words(option.paramLabel()))
                        .build());
            }
        }
        // All of them, so that they stay in their order.
        for (PositionalParamSpec argument : List.copyOf(command.positionalParameters())) {
            command.remove(argument);
            command.addPositional(
                    choice(argument.paramLabel())
                            ? argument.toBuilder()
                                    .completionCandidates(words(argument.paramLabel()))
                                    .build()
                            : argument);
        }
    }

    private static boolean choice(String label) {
        return WORDS.matcher(label).matches();
    }

    private static List<String> words(String label) {
        return List.of(label.split("\\|"));
    }
}
