package org.anteroom.packaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A command's page of section 1, from the same words that its {@code --help} shows. */
final class CommandPage {

    private static final String CODES = "Exit codes:";

    private CommandPage() {}

    /** As the page is called: {@code anteroom-config-check}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    static String of(CommandSpec command, Edition edition) {
        Roff page = new Roff(name(command), 1, edition);
        page.section("NAME").raw(Roff.escaped(name(command)) + " \\- " + Roff.escaped(Commands.summary(command)));
        page.section("SYNOPSIS").raw(synopsis(command));
        page.section("DESCRIPTION");
        for (String paragraph : command.usageMessage().description()) {
            if (paragraph.isEmpty()) {
                page.paragraph();
            } else {
                page.text(Commands.text(paragraph));
            }
        }
        options(page, command);
        commands(page, command);
        footer(page, command.usageMessage());
        seeAlso(page, command);
        return page.toString();
    }

    private static String synopsis(CommandSpec command) {
        String name = command.qualifiedName(" ");
        String whole = new Help(command, Help.defaultColorScheme(Help.Ansi.OFF))
                .synopsis(0)
                .replaceAll("\\s+", " ")
                .strip();
        return Roff.bold(name) + " "
                + Roff.escaped(whole.substring(name.length()).strip());
    }

    private static void options(Roff page, CommandSpec command) {
        List<PositionalParamSpec> arguments = Commands.arguments(command);
        List<OptionSpec> options = Commands.options(command);
        if (!arguments.isEmpty()) {
            page.section("ARGUMENTS");
            for (PositionalParamSpec argument : arguments) {
                page.item(Roff.slanted(argument.paramLabel())).text(description(argument));
            }
        }
        if (!options.isEmpty()) {
            page.section("OPTIONS");
            for (OptionSpec option : options) {
                String names = Arrays.stream(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
                String value = option.arity().max() == 0 ? "" : "=" + Roff.slanted(option.paramLabel());
                page.item(names + value).text(description(option));
            }
        }
    }

    private static String description(ArgSpec argument) {
        return Commands.text(String.join(" ", argument.description()));
    }

    private static void commands(Roff page, CommandSpec command) {
        List<CommandSpec> below = Commands.below(command);
        if (!below.isEmpty()) {
            page.section("COMMANDS");
            for (CommandSpec each : below) {
                page.item(Roff.bold(name(each)) + "(1)").text(Commands.summary(each) + ".");
            }
        }
    }

    /** The words below a command's help: examples, which stay as they are, and exit codes. */
    private static void footer(Roff page, UsageMessageSpec usage) {
        String[] lines = usage.footer();
        if (lines.length == 0) {
            return;
        }
        String heading = Commands.text(usage.footerHeading()).strip();
        page.section(
                heading.equals(CODES) ? "EXIT STATUS" : heading.replace(":", "").toUpperCase(Locale.ROOT));
        List<String> literal = new ArrayList<>();
        for (String written : lines) {
            String line = Commands.text(written);
            if (line.startsWith("  ")) {
                literal.add(line);
                continue;
            }
            flush(page, literal);
            if (line.startsWith(CODES)) {
                page.section("EXIT STATUS").text(line.substring(CODES.length()));
            } else if (!line.isEmpty()) {
                page.paragraph().text(line);
            }
        }
        flush(page, literal);
    }

    private static void flush(Roff page, List<String> literal) {
        if (!literal.isEmpty()) {
            page.literal(literal);
            literal.clear();
        }
    }

    private static void seeAlso(Roff page, CommandSpec command) {
        CommandSpec parent = command.parent();
        String up = parent == null ? "" : Roff.bold(name(parent)) + "(1), ";
        page.section("SEE ALSO").raw(up + Roff.bold("anteroom.toml") + "(5), " + Roff.bold("anteroom") + "(8)");
    }
}
