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
        assertThat(checked.out()).isEqualTo("own.txt could be used.\n");
        assertThat(checked.code()).isZero();
    }

    @Test
    void aPartWillDoAndEveryFaultIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.txt"),
                "[message]\nask-about = How bad is the pain?\nthanks = Thanks.\n[goodbye]\ngoodbye-unheard = Get well soon.\n");

        Ran ran = run("catalogue", "check", file.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("own.txt:2: ask-about: 'pain*' is clinical"))
                .anyMatch(line -> line.startsWith("own.txt:5: "));
    }

    @Test
    void saysWhatCanNotBeRead() throws IOException {
        assertThat(run("catalogue", "check", folder.resolve("none.txt").toString())
                        .code())
                .isEqualTo(2);
        assertThat(run("catalogue", "show", "--practice", "dentist").err())
                .contains("There is no practice type dentist; there are: dental, ");
    }
}
