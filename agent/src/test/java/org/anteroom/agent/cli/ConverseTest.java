package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.TextScene;
import org.junit.jupiter.api.Test;

/** Conversations in text. */
class ConverseTest extends AtTheTerminal {
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T14:15:00Z");
    private static final String GREETED =
            """
            A: If a life is in danger, hang up and call 911.
            A: Maple Street Animal Clinic, automated assistant.
            A: Espanyol markay dohss.
            A: How can I help you?
            """;
    private static final String FAX =
            """
            # The fax number is asked for.
            practice: veterinary
            """
                    + GREETED
                    + """
                    C: do you have a fax
                    A: Ask again.
                    """;

    @Test
    void aWrittenConversationIsHeldAgainAndEveryLineThatIsOtherwiseIsShown() throws IOException {
        Path script = Files.writeString(folder.resolve("fax.txt"), FAX);

        Ran ran = run("converse", "--practice", "dental", "--script", folder.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("fax.txt goes otherwise than written", "  - A: Ask again.", "  + A: ");
        String told = ran.out()
                .lines()
                .filter(line -> line.startsWith("  + "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n"));
        Files.writeString(script, FAX.replace("A: Ask again.", told));
        Ran again = run("converse", "--practice", "dental", "--script", script.toString());
        assertThat(again.out()).contains("1 conversation, as written.");
        assertThat(again.code()).isZero();
    }

    @Test
    void saysWhichLineOfAScriptIsWrong() throws IOException {
        Path script = Files.writeString(folder.resolve("a.txt"), "caler: 6145550192\nC: hello\n");

        Ran ran = run("converse", "--practice", "dental", "--script", script.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("a.txt: line 1: there is no setting caler; there are", "caller");
        Files.writeString(script, "at: yesterday\nC: hello\n");
        assertThat(run("converse", "--practice", "dental", "--script", script.toString())
                        .err())
                .contains("line 1: at can't be \"yesterday\"");
        Files.writeString(script, "C: hello\n* sneezes\n");
        assertThat(run("converse", "--practice", "dental", "--script", script.toString())
                        .err())
                .contains("* sneezes", "silent");
    }

    @Test
    void theCallersSideIsTypedAndWhatIsStoredCountsAsStored() throws IOException {
        String told = held(
                """
                can you take a message
                nora whitfield
                six one four five five five oh one nine two
                yes
                it is about my bill
                no
                K: *
                """);

        assertThat(told).startsWith(GREETED.strip());
        assertThat(told)
                .contains("= save MESSAGE, name: nora whitfield, number: 6145550192, about: it is about my bill")
                .contains("A: Your message is saved.")
                .contains("! alarm: emergency-key (key)")
                .endsWith("= end\n");
    }

    @Test
    void aLineThatIsNoneIsToldAndTheConversationGoesOn() throws IOException {
        assertThat(held("* sneezes\nwhen do you open\n"))
                .contains("\"* sneezes\" is no line of a caller")
                .contains("A: What else can I do for you?");
    }

    private static String held(String typed) throws IOException {
        StringWriter told = new StringWriter();
        try (ScratchRecords records = ScratchRecords.open()) {
            TextScene scene = new TextScene(
                    TextPractice.example(PracticeType.VETERINARY), Optional.empty(), Optional.empty(), records);
            new ConverseTalk(scene, new PrintWriter(told), false, false)
                    .hold(new BufferedReader(new StringReader(typed)), Optional.empty(), MONDAY_MORNING);
        } catch (Failure e) {
            throw new IOException(e);
        }
        return told.toString();
    }
}
