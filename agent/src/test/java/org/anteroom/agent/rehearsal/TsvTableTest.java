package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsvTableTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("cases.tsv"), text);
    }

    @Test
    void findsColumnsByNameWhereverTheyStand() throws Exception {
        TsvTable table = TsvTable.read(file("note\tid\ttext\n\ta-1\thello there\n\nx\ta-2\tbye\n"), "id", "text");

        assertThat(table.rows()).extracting(row -> row.get("id")).containsExactly("a-1", "a-2");
        assertThat(table.rows().get(1).line()).isEqualTo(4);
        assertThat(table.rows().get(0).get("practice")).isEmpty();
    }

    @Test
    void takesWhatOtherProgramsWriteAroundTheText() throws Exception {
        TsvTable table = TsvTable.read(file("\uFEFFlabel\ttext\r\nnot\thello\r\n"), "label");

        assertThat(table.rows().get(0).get("label")).isEqualTo("not");
        assertThat(table.rows().get(0).get("text")).isEqualTo("hello");
    }

    @Test
    void namesEveryBadLineAndMissingColumn() throws Exception {
        Path file = file("id\ttext\na-1\na-2\tb\tc\n");

        assertThatThrownBy(() -> TsvTable.read(file, "id", "label"))
                .isInstanceOf(TsvException.class)
                .hasMessageContaining("line 1: the column 'label' is missing")
                .hasMessageContaining("line 2: 1 columns where the header has 2")
                .hasMessageContaining("line 3: 3 columns");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws Exception {
        assertThatThrownBy(() -> TsvTable.read(folder.resolve("none.tsv"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> TsvTable.read(folder)).hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> TsvTable.read(file(""))).hasMessageContaining("header line");
        Path latin = Files.write(folder.resolve("latin.tsv"), new byte[] {'i', 'd', '\n', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> TsvTable.read(latin)).hasMessageContaining("line 2: is not UTF-8");
    }

    @Test
    void skipsTheEmptyRowsOfASpreadsheetAndSpacesInItsHeader() throws Exception {
        TsvTable table = TsvTable.read(file(" label\ttext \nnot\thello\n\t\n"), "label", "text");

        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).get("text")).isEqualTo("hello");
    }

    @Test
    void namesAColumnThatIsThereTwiceAndAFileWithoutTabs() throws Exception {
        Path twice = file("text\ttext\na\tb\n");
        assertThatThrownBy(() -> TsvTable.read(twice, "text"))
                .hasMessageContaining("line 1: the column 'text' is there twice");
        Path commas = file("label,text\nnot,hello\n");
        assertThatThrownBy(() -> TsvTable.read(commas, "label", "text"))
                .hasMessageContaining("line 1: the column 'label' is missing")
                .hasMessageContaining("single tabs");
    }

    @Test
    void aFileThatIsMeasuredMustHoldACase() throws Exception {
        assertThat(TsvTable.read(file("id\n"), "id").rows()).isEmpty();
        assertThatThrownBy(() -> TsvTable.readCases(file("id\n"), "id"))
                .hasMessageContaining("line 2: there are no cases below the header line");
    }

    @Test
    void showsOnlyTheFirstOfManyProblems() throws Exception {
        Path file = file("id\ttext\n" + "x\n".repeat(100));

        assertThatThrownBy(() -> TsvTable.read(file)).hasMessageContaining("and 80 more");
    }
}
