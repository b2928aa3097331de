package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.TextPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice that words sentences its own way, from the configuration to what is said. */
class OwnSentencesTest extends AtTheTerminal {

    @BeforeEach
    void named() throws IOException {
        filledIn();
        change("[practice]\n", "[practice]\nsentences = \"our/sentences.txt\"\n");
        Files.createDirectories(folder.resolve("our"));
    }

    @Test
    void areCheckedWithTheConfiguration() throws IOException {
        write("[message]\nask-name = Who is calling, please?\n");

        assertThat(run("config", "check", "--config", config()).code()).isZero();
    }

    @Test
    void everyProblemIsToldWithFileAndLineBesideThoseOfTheConfiguration() throws IOException {
        write(
                """
                [message]
                ask-about = How bad is the pain?
                ask-nam = Who is calling?
                [facts]
                hours-today = We are open.
                [emergency]
                connecting = Hold the line.
                """);
        change("[sip]\n", "[sip]\nusr = \"100\"\n");

        Ran checked = run("config", "check", "--config", config());

        String file = folder.resolve("our/sentences.txt").toString();
        assertThat(checked.code()).isEqualTo(ExitCode.CONFIGURATION.status());
        assertThat(checked.err())
                .contains("practice.sentences: " + file + ":2: ask-about: 'pain*' is clinical")
                .contains(file + ":3: nothing is called ask-nam; did you mean ask-name?")
                .contains(file + ":5: hours-today: {hours} is missing")
                .contains(file
                        + ":7: connecting: is said as it was reviewed; remove the line, or write: Stay on the line")
                .contains("sip.usr: unknown key");
        assertThat(checked.err().lines().filter(line -> line.contains(file))).allMatch(line -> line.contains("line "));
    }

    @Test
    void aFileThatIsNotThereIsAProblemOfTheConfiguration() {
        Ran checked = run("config", "check", "--config", config());

        assertThat(checked.code()).isEqualTo(ExitCode.CONFIGURATION.status());
        assertThat(checked.err())
                .contains("practice.sentences: ")
                .contains("No such file")
                .contains("make it");
    }

    @Test
    void theServiceDoesNotStartWithThem() throws IOException {
        write("[goodbye]\ngoodbye-unheard = Get well soon.\n");

        Ran served = run("serve", "--config", config());

        assertThat(served.code()).isEqualTo(ExitCode.CONFIGURATION.status());
        assertThat(served.err()).contains("sentences.txt:2: goodbye-unheard: ").contains("advises");
    }

    @Test
    void areShownAndSpokenInAConversation() throws Exception {
        write("[greeting]\nhow-can-i-help = How may we help you?\n");

        assertThat(run("catalogue", "show", "--config", config()).out())
                .contains("how-can-i-help = How may we help you?\n")
                .doesNotContain("how-can-i-help.2");
        Config config = Config.load(folder.resolve("anteroom.toml"));
        TextPractice practice = TextPractice.of(config).worded(OwnSentences.catalogue(config.practice()));
        assertThat(practice.catalogue().text(TemplateId.HOW_CAN_I_HELP, Map.of()))
                .isEqualTo("How may we help you?");
    }

    private void write(String sentences) throws IOException {
        Files.writeString(folder.resolve("our/sentences.txt"), sentences);
    }
}
