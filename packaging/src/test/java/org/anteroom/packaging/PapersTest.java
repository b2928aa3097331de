package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.zip.GZIPInputStream;
import org.anteroom.agent.cli.Anteroom;
import org.anteroom.agent.config.ConfigReference;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class PapersTest {

    private static final Edition EDITION =
            new Edition("1.2.0", OffsetDateTime.parse("2026-01-01T00:00:00Z"), "Us <us@practice.example>");

    @Command(
            name = "tool",
            description = {"Does 'it' with a back\\slash. And more.", "", ".dot"},
            footerHeading = "%nExamples:%n",
            footer = {"  tool --level 3", "", "Exit codes: 0 done; 1 not."},
            subcommands = {Visible.class, Secret.class})
    static class Tool implements Runnable {
        @Option(
                names = {"-l", "--level"},
                paramLabel = "N",
                defaultValue = "7",
                description = "How much [or little] (default: ${DEFAULT-VALUE}).")
        int level;

        @Option(names = "--inner", hidden = true, description = "Nobody's business.")
        boolean inner;

        @Override
        public void run() {}
    }

    @Command(name = "seen", description = "Is seen.")
    static class Visible implements Runnable {
        @Parameters(paramLabel = "FILE", description = "A file.")
        java.nio.file.Path file;

        @Override
        public void run() {}
    }

    @Command(name = "secret", hidden = true, description = "Is not.")
    static class Secret implements Runnable {
        @Override
        public void run() {}
    }

    @Test
    void commandPageHasWhatTheHelpHasAndNothingHidden() {
        String page = CommandPage.of(new CommandLine(new Tool()).getCommandSpec(), EDITION);

        assertThat(page)
                .startsWith(".TH \"TOOL\" 1 \"2026\\-01\\-01\" \"anteroom 1.2.0\" \"Anteroom\"\n")
                .contains("tool \\- Does \\(aqit\\(aq with a back\\eslash\n")
                .contains("\n\\&.dot\n")
                .contains(".TP\n\\fB\\-l\\fR, \\fB\\-\\-level\\fR=\\fIN\\fR\nHow much [or little] (default: 7).\n")
                .contains("\\fBtool\\-seen\\fR(1)\nIs seen.\n")
                .contains(".SH \"EXAMPLES\"\n.PP\n.nf\n  tool \\-\\-level 3\n.fi\n")
                .contains(".SH \"EXIT STATUS\"\n0 done; 1 not.\n")
                .doesNotContain("inner", "secret");
    }

    @Test
    void zshCompletionOffersOptionsNamesAndFilesAndNothingHidden() {
        String script = ZshCompletion.of(new CommandLine(new Tool()).getCommandSpec());

        assertThat(script)
                .startsWith("#compdef anteroom\n")
                .contains("'(-l --level)'{-l,--level}'[How much \\[or little\\]]:N: '")
                .contains("'seen:Is seen'")
                .contains("seen) _tool_seen ;;")
                .contains("'1:FILE:_files'")
                .doesNotContain("inner", "secret");
    }

    @Test
    void completionsOfferTheWordsThereAreToChooseFrom() {
        CommandLine program = Choices.offered(Anteroom.commandLine());
        String bash = AutoComplete.bash("anteroom", program);
        String zsh = ZshCompletion.of(program.getCommandSpec());

        assertThat(bash)
                .contains("\"list\" \"ack\" \"test\" \"log\"")
                .contains("\"until\" \"list\" \"end\"")
                .contains("\"dental\" \"medical\" \"veterinary\" \"mental-health\"")
                .contains("\"test-call\"", "\"firewall\"", "\"debug\"", "\"sip.pbx-port\"");
        assertThat(zsh)
                .contains("(list ack test log)", "(until list end)", "(dental medical veterinary mental-health)")
                .contains("'wakeups'")
                .contains("test-call", "firewall", "debug", "sip.pbx-port");
    }

    @Test
    void everyCommandHasAPageWithANameAndADescription() {
        assertThat(Commands.shown(Anteroom.commandLine().getCommandSpec()))
                .hasSizeGreaterThan(20)
                .allSatisfy(command -> assertThat(CommandPage.of(command, EDITION))
                        .contains(".SH \"NAME\"\n", ".SH \"DESCRIPTION\"\n", "\\-\\-help")
                        .doesNotContain("${", "%n"));
    }

    @Test
    void configurationPageHasEverySectionAndKey() {
        String page = ConfigPage.of(ConfigReference.sections(), EDITION);

        assertThat(page)
                .contains(".SH \"[sip]\"\n", "\n.TP\n\\fBpbx\\fR\n", ".SH \"[[oncall.group]]\"\n", "Default: 5060.");
        assertThat(ConfigReference.sections())
                .flatExtracting(section -> section.keys())
                .hasSizeGreaterThan(50)
                .allSatisfy(key -> assertThat(page).contains("\n" + Roff.bold(key.name()) + "\n"));
    }

    @Test
    void compressesWithoutNameAndTimeAndAsWellAsGzipCan() throws IOException {
        byte[] packed = Gzip.of("the same ".repeat(100).getBytes(StandardCharsets.UTF_8));

        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("the same ".repeat(100));
        assertThat(new byte[] {packed[3], packed[4], packed[5], packed[6], packed[7], packed[8]})
                .containsExactly(0, 0, 0, 0, 0, 2);
    }
}
