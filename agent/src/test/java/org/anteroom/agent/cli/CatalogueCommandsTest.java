package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What can be said, and what a practice would say otherwise. */
class CatalogueCommandsTest extends AtTheTerminal {

    @Test
    void whatIsShownCouldBeUsed() throws IOException {
        Ran shown = run("catalogue", "show", "--practice", "veterinary");
        Path file = Files.writeString(folder.resolve("own.txt"), shown.out());

        assertThat(shown.out()).startsWith("[greeting]\n").contains("boundary-clinical = I can not answer questions");
        Ran checked = run("catalogue", "check", "--practice", "veterinary", file.toString());
        assertThat(checked.out()).isEqualTo("own.txt could be used in a veterinary practice.\n");
        assertThat(checked.code()).isZero();
    }

    @Test
    void aPartWillDoAndEveryFaultIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.txt"),
                "[message]\nask-about = How bad is the pain?\nthanks = Thanks.\n[goodbye]\ngoodbye-unheard = Get well soon.\n");

        Ran ran = run("catalogue", "check", "--practice", "medical", file.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().lines())
                .hasSize(3)
                .endsWith("own.txt can't be used in a medical practice.")
                .anyMatch(line -> line.startsWith("own.txt:2: ask-about: 'pain*' is clinical"))
                .anyMatch(line -> line.startsWith("own.txt:5: "));
    }

    @Test
    void takesTheTypeOfTheConfigurationAndNeverGuessesOne() throws IOException {
        Path file = Files.writeString(folder.resolve("own.txt"), "[message]\nthanks = Thanks.\n");
        filledIn();

        assertThat(run("catalogue", "check", file.toString(), "--config", config())
                        .out())
                .isEqualTo("own.txt could be used in a medical practice.\n");
        Ran none = run("catalogue", "check", file.toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("For which type of practice?", "--practice dental, medical");
    }

    @Test
    void tellsFaultsInTheOrderOfTheLinesWithTheSlotsThatAreKnownThere() throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.txt"),
                """
                [message]
                ask-name = What is your name, {caller}?
                ask-abuot = What is it about?
                [facts]
                hours-today = Today we are open {hour}.
                [on-call]
                on-call-taken = Taken.
                [nonsense]
                """);

        Ran ran = run("catalogue", "check", "--practice", "dental", file.toString());

        assertThat(ran.out().lines().map(line -> line.replaceFirst("own.txt:([0-9]).*", "$1")))
                .containsExactly("2", "3", "5", "5", "7", "8", "own.txt can't be used in a dental practice.");
        assertThat(ran.out())
                .contains("there is no slot {caller}; this sentence has none")
                .contains("there is no slot {hour}; known here: {hours}")
                .contains("{hours} is missing; write it as in: ");
    }

    @Test
    void saysWhatCanNotBeRead() throws IOException {
        assertThat(run(
                                "catalogue",
                                "check",
                                "--practice",
                                "dental",
                                folder.resolve("none.txt").toString())
                        .code())
                .isEqualTo(2);
        assertThat(run("catalogue", "show", "--practice", "dentist").err())
                .contains("There is no practice type dentist; there are: dental, ");
    }
}
