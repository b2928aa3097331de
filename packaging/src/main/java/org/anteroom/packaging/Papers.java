package org.anteroom.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.anteroom.agent.cli.Anteroom;
import org.anteroom.agent.config.ConfigReference;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The build's own program: lays out what the package holds beside the application folder, as it will be installed, and
 *  fails the build when the copyright file leaves out a part of that folder.
 */
public final class Papers {

    private static final String DOCUMENTS = "usr/share/doc/anteroom";

    private final Path sources;
    private final Path installed;
    private final Edition edition;

    private Papers(Path sources, Path installed, Edition edition) {
        this.sources = sources;
        this.installed = installed;
        this.edition = edition;
    }

    /** @param arguments this module's folder, the application folder, where to write, version, time of the build, maintainer */
    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(arguments[0]);
        Path installed = Path.of(arguments[2]);
        Edition edition = new Edition(arguments[3], OffsetDateTime.parse(arguments[4]), arguments[5]);
        Copyright copyright = Copyright.read(sources.resolve("src/copyright"));
        List<String> wrong = copyright.differencesFrom(Path.of(arguments[1]));
        if (!wrong.isEmpty()) {
            throw new IOException(sources.resolve("src/copyright") + " and the application folder differ:\n"
                    + String.join("\n", wrong));
        }
        Papers papers = new Papers(sources, installed, edition);
        papers.clear();
        papers.manual();
        papers.completions();
        papers.documents();
        papers.configuration();
    }

    private void clear() throws IOException {
        if (Files.exists(installed)) {
            try (Stream<Path> files = Files.walk(installed)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void manual() throws IOException {
        for (CommandSpec command : Commands.shown(program().getCommandSpec())) {
            packed("usr/share/man/man1/" + CommandPage.name(command) + ".1", CommandPage.of(command, edition));
        }
        packed("usr/share/man/man5/anteroom.toml.5", ConfigPage.of(ConfigReference.sections(), edition));
        String service = Files.readString(sources.resolve("src/man/anteroom.8"));
        packed("usr/share/man/man8/anteroom.8", edition.fill(service));
    }

    private void completions() throws IOException {
        CommandLine offering = Choices.offered(program());
        plain("usr/share/bash-completion/completions/anteroom", sourced(AutoComplete.bash("anteroom", offering)));
        plain("usr/share/zsh/vendor-completions/_anteroom", ZshCompletion.of(offering.getCommandSpec()));
    }

    /** A script that is read by a shell, not run: what would run it is left out, and how to install it by hand. */
    private static String sourced(String script) {
        return "# Completion of anteroom for bash.\n" + script.replaceFirst("\\A(#.*\n)*", "");
    }

    private void documents() throws IOException {
        plain(DOCUMENTS + "/copyright", Files.readString(sources.resolve("src/copyright")));
        packed(
                DOCUMENTS + "/changelog",
                DebianChangelog.of(Files.readString(sources.resolveSibling("CHANGELOG.md")), edition));
        plain("usr/share/lintian/overrides/anteroom", Files.readString(sources.resolve("src/lintian-overrides")));
        copy(sources.resolve("docs"), DOCUMENTS);
        copy(sources.resolve("src/examples"), DOCUMENTS + "/examples");
    }

    private void configuration() throws IOException {
        StringBuilder reference = new StringBuilder();
        ConfigReference.write(reference);
        plain("etc/anteroom/anteroom.toml", reference.toString());
    }

    private static CommandLine program() {
        return Anteroom.commandLine();
    }

    private void copy(Path from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                plain(to + "/" + from.relativize(file), Files.readString(file));
            }
        }
    }

    private void plain(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void packed(String name, String text) throws IOException {
        write(name + ".gz", Gzip.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = installed.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
