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
                .contains(
                        "line 1: at can't be \"yesterday\"; write the practice's local time, such as 2026-11-23T09:15.");
        Files.writeString(script, "on file: Helen\nC: hello\n");
        assertThat(run("converse", "--practice", "dental", "--script", script.toString())
                        .err())
                .contains("; write NAME, BORN, NUMBER, PIN, such as Helen Parker, 1984-03-03");
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

    @Test
    void namesAScriptThatIsNotThereOnce() {
        String script = folder.resolve("none.txt").toString();

        assertThat(run("converse", "--practice", "dental", "--script", script).err())
                .isEqualTo("anteroom: " + script + " can't be read (No such file or directory).\n");
    }

    @Test
    void showsWhatACallerHearsAndThatTheConversationIsSuspended() throws IOException {
        String told = held("my dog ate rat poison\nhello\n* nobody\n* resumed\nwhen do you open\n");

        assertThat(told.lines().skip(4).limit(5))
                .as("a transcript with both sides")
                .satisfies(lines -> {
                    assertThat(lines.get(0)).isEqualTo("C: my dog ate rat poison");
                    assertThat(lines.get(1)).startsWith("! alarm: ");
                    assertThat(lines.get(2)).startsWith("A: Stay on the line, I am connecting you");
                    assertThat(lines.get(3)).contains("on-call phones ring", "suspended", "* resumed");
                    assertThat(lines.get(4)).isEqualTo("C: hello");
                });
        assertThat(told)
                .contains("C: hello\n  (Not answered: ", "* nobody\n  (Nobody takes it: ")
                .containsPattern("C: when do you open\nA: ")
                .doesNotContain("C: when do you open\n  (Not answered");
    }

    @Test
    void aPatientOfTheExampleMovesTheAppointmentOnFile() throws IOException {
        String told =
                held("i want to cancel my appointment\nhelen parker\nrex\nK: 6145550192\nyes\nK: 4711\nyes\nno\n");

        assertThat(told).contains("December first").contains("= cancel");
    }

    @Test
    void takesFurtherPatientsAndSaysWhatToWriteWhereOneIsWrong() {
        assertThat(run("converse", "--practice", "dental", "--on-file", "Nora").err())
                .contains("--on-file takes NAME, BORN, NUMBER, PIN");
        assertThat(run("converse", "--practice", "dental", "--appointment", "Nora Hill, spa, 2026-12-08T10:00, ortiz")
                        .err())
                .contains(
                        "there is no patient on file \"Nora Hill\"; there are: Helen Parker, George Miller, Maria Lopez");
        assertThat(run(
                                "converse",
                                "--practice",
                                "dental",
                                "--appointment",
                                "Helen Parker, spa, 2026-12-08T10:00, ortiz")
                        .err())
                .contains("there is no visit \"spa\"; there are: cleaning");
    }

    private static String held(String typed) throws IOException {
        StringWriter told = new StringWriter();
        try (ScratchRecords records = ScratchRecords.open()) {
            TextScene scene = new TextScene(
                    TextPractice.example(PracticeType.VETERINARY), Optional.empty(), Optional.empty(), records);
            new ConverseTalk(scene, new PrintWriter(told), new ConverseTalk.Showing(false, true, false))
                    .hold(
                            new BufferedReader(new StringReader(typed)),
                            scene.practice().onFile(MONDAY_MORNING),
                            Optional.empty(),
                            MONDAY_MORNING);
        } catch (Failure e) {
            throw new IOException(e);
        }
        return told.toString();
    }
}
