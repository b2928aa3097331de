package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What measures detector and recogniser on files of cases. */
class EvaluateCommandsTest extends AtTheTerminal {

    @Test
    void saysWhatIsWrongWithAFileOfRecordings() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), "file\ttext\nnone.wav\thello\nbroken\n");

        Ran ran = run("evaluate", "audio", file.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("line 3: 1 columns");
        assertThat(run("evaluate", "audio", folder.resolve("none.tsv").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAFileOfSentences() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), "label\ttext\nnot\thello\nmaybe\thelp\n");

        Ran ran = run("evaluate", "emergency", file.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("cases.tsv: line 3: the label is 'maybe'; it must be emergency or not");
    }

    @Test
    void measuresWhatIsUnderstoodOfDictatedAnswers() throws IOException {
        Path file = Files.writeString(
                folder.resolve("cases.tsv"),
                "id\tkind\ttext\tnormal\na\tphone\tfive five five oh one two three\t5550123\nb\tmmdd-keypad\tnine\t0901\n");

        Ran tables = run("evaluate", "numbers", file.toString());
        Ran json = run("evaluate", "numbers", file.toString(), "--json");

        assertThat(tables.code()).as(tables.err()).isZero();
        assertThat(tables.out()).contains("phone").contains("missed  b: nine <mmdd-keypad 0901, understood nothing>");
        assertThat(json.code()).isZero();
        assertThat(json.out().lines()).hasSize(1);
        assertThat(json.out())
                .contains("\"accuracy\":0.5")
                .contains("\"cases\":2")
                .contains("\"misses\":[{");
    }

    @Test
    void saysWhatIsWrongWithAFileOfDictatedAnswers() throws IOException {
        Path kind = Files.writeString(folder.resolve("kind.tsv"), "id\tkind\ttext\tnormal\na\tfax\tfive\t5\n");
        Path column = Files.writeString(folder.resolve("column.tsv"), "id\tkind\ttext\na\tphone\tfive\n");

        Ran unknown = run("evaluate", "numbers", kind.toString());
        Ran missing = run("evaluate", "numbers", column.toString());

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("line 2: the kind is 'fax'; write one of phone, member-id");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("line 1: the column 'normal' is missing");
    }

    @Test
    void measuresSpokenTimesAndSaysWhatIsWrongWithTheirFile() throws IOException {
        String row = "2026-11-23T09:15\ttomorrow\t{\"accept\": [[{\"kind\": \"range\","
                + " \"from\": \"2026-11-24T00:00\", \"to\": \"2026-11-25T00:00\"}]]}\n";
        Path file = Files.writeString(folder.resolve("cases.tsv"), "reference\ttext\texpected\n" + row);

        Ran table = run("evaluate", "when", file.toString());
        Ran json = run("evaluate", "when", file.toString(), "--json");

        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out()).contains("all ", "100.0 %");
        assertThat(json.out()).contains("\"accuracy\":1.0", "\"cases\":1", "\"misses\":[]");
        Files.writeString(file, "reference\ttext\texpected\nsoon\ttomorrow\t{}\n");
        Ran wrong = run("evaluate", "when", file.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("cases.tsv: line 2: the reference is 'soon'; write");
    }

    @Test
    void drawsTheTradeOffOfAPracticesOwnSentences() throws IOException {
        Path file = Files.writeString(
                folder.resolve("cases.tsv"), "label\ttext\nnot\thello there\nemergency\the can't breathe\n");
        Path svg = folder.resolve("curve.svg");

        Ran ran = run("evaluate", "emergency", file.toString(), "--plot", svg.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("all ");
        assertThat(svg).content().startsWith("<svg ").contains("cases.tsv: 2 cases");
    }

    @Test
    void saysWhyThereIsNoDrawing() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), "label\ttext\nnot\thello\n");

        Ran oneKind = run(
                "evaluate",
                "emergency",
                file.toString(),
                "--plot",
                folder.resolve("a.svg").toString());

        assertThat(oneKind.code()).isEqualTo(2);
        assertThat(oneKind.out()).contains("all ");
        assertThat(oneKind.err()).contains("no curve to draw").contains("at least one emergency");
        for (String kind : List.of("emergency", "audio")) {
            Ran nowhere = run(
                    "evaluate",
                    kind,
                    file.toString(),
                    "--plot",
                    folder.resolve("none/a.svg").toString());
            assertThat(nowhere.code()).isEqualTo(2);
            assertThat(nowhere.out()).isEmpty();
            assertThat(nowhere.err()).contains("--plot").contains("folder that exists");
        }
        Ran itself = run("evaluate", "emergency", file.toString(), "--plot", file.toString());
        assertThat(itself.code()).isEqualTo(2);
        assertThat(itself.err()).contains(".svg");
        assertThat(file).content().startsWith("label");
    }

    @Test
    void holdsCallsOfStrangersInText() {
        Ran json = run("evaluate", "calls", "--text", "--calls", "2", "--practice", "dental", "--json");
        Ran again = run("evaluate", "calls", "--text", "--calls", "2", "--practice", "dental", "--json");

        assertThat(json.code()).as(json.err()).isZero();
        assertThat(json.out().lines()).hasSize(1);
        assertThat(json.out()).contains("\"success\":", "\"wrongCommitments\":", "\"cases\":2");
        assertThat(again.out()).isEqualTo(json.out());
    }
}
