package org.anteroom.packaging;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh: a function for each command, with {@code _arguments} for its options and the names below it. */
final class ZshCompletion {

    private final StringBuilder script = new StringBuilder("#compdef anteroom\n");

    private ZshCompletion() {}

    static String of(CommandSpec program) {
        ZshCompletion completion = new ZshCompletion();
        Commands.shown(program).forEach(completion::function);
        completion.script.append("\n_anteroom \"$@\"\n");
        return completion.script.toString();
    }

    private void function(CommandSpec command) {
        List<CommandSpec> below = Commands.below(command);
        line("");
        line(name(command) + "() {");
        if (!below.isEmpty()) {
            line("  local context state state_descr line");
            line("  typeset -A opt_args");
        }
        script.append("  _arguments").append(below.isEmpty() ? "" : " -C");
        Commands.options(command).forEach(this::option);
        if (below.isEmpty()) {
            Commands.arguments(command).forEach(this::argument);
        } else {
            next("'1: :->command'");
            next("'*:: :->rest'");
        }
        line("");
        if (!below.isEmpty()) {
            choose(command, below);
        }
        line("}");
    }

    private void option(OptionSpec option) {
        String[] names = option.names();
        String value = option.arity().max() == 0 ? "" : ":" + label(option) + ":" + action(option);
        String about = "[" + quoted(first(option)) + "]" + value;
        if (names.length == 1) {
            next("'" + names[0] + about + "'");
        } else {
            next("'(" + String.join(" ", names) + ")'{" + String.join(",", names) + "}'" + about + "'");
        }
    }

    private void argument(PositionalParamSpec argument) {
        String place = argument.arity().max() > 1 || argument.index().isUnspecified()
                ? "*"
                : Integer.toString(argument.index().min() + 1);
        next("'" + place + ":" + label(argument) + ":" + action(argument) + "'");
    }

    private void choose(CommandSpec command, List<CommandSpec> below) {
        line("  case $state in");
        line("  command)");
        line("    local -a commands=(");
        below.forEach(each -> line("      '" + each.name() + ":" + quoted(Commands.summary(each)) + "'"));
        // What may be said in the place of a command below it.
        Commands.arguments(command).stream()
                .filter(argument -> argument.index().min() == 0 && argument.completionCandidates() != null)
                .forEach(argument -> argument.completionCandidates().forEach(word -> line("      '" + word + "'")));
        line("    )");
        line("    _describe command commands");
        line("    ;;");
        line("  rest)");
        line("    case $words[1] in");
        below.forEach(each -> line("    " + each.name() + ") " + name(each) + " ;;"));
        line("    esac");
        line("    ;;");
        line("  esac");
    }

    private static String action(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            return "(" + quoted(String.join(" ", candidates)) + ")";
        }
        return Set.<Class<?>>of(Path.class, File.class).contains(argument.type()) ? "_files" : " ";
    }

    private static String label(ArgSpec argument) {
        return quoted(argument.paramLabel());
    }

    private static String first(ArgSpec argument) {
        String whole = argument.description().length == 0 ? "" : argument.description()[0];
        String plain = Commands.text(whole).replaceAll(" *\\(default: [^)]*\\)", "");
        int end = plain.indexOf(". ");
        return (end < 0 ? plain : plain.substring(0, end)).replaceAll("\\.$", "");
    }

    /** Within single quotes, where brackets and colons have a meaning for {@code _arguments}. */
    private static String quoted(String text) {
        return text.replace("\n", " ")
                .replace("'", "'\\''")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String name(CommandSpec command) {
        return "_" + command.qualifiedName("_");
    }

    private void next(String argument) {
        script.append(" \\\n    ").append(argument);
    }

    private void line(String line) {
        script.append(line).append('\n');
    }
}
