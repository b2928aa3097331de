package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    @Test
    void takesPercentilesByNearestRank() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();

        assertThat(FigureTable.percentile(hundred, 50)).isEqualTo(50);
        assertThat(FigureTable.percentile(hundred, 95)).isEqualTo(95);
        assertThat(FigureTable.percentile(List.of(7.0), 99)).isEqualTo(7);
    }

    @Test
    void showsThatNothingWasMeasuredInsteadOfAFigure() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new FigureTable(out).row("bridged", List.of());
        out.flush();

        assertThat(text.toString().lines().skip(1)).containsExactly("bridged" + " ".repeat(65) + "0");
    }

    @Test
    void leavesOutPercentilesThatSoFewFiguresDoNotHave() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        FigureTable table = new FigureTable(out);
        table.row("three", List.of(1.0, 2.0, 3.0));
        table.row(
                "twenty", IntStream.rangeClosed(1, 20).mapToObj(i -> (double) i).toList());
        out.flush();

        assertThat(text.toString().lines().skip(1).map(line -> line.replaceAll(" +", " ")))
                .containsExactly("three 3 2.0 - - 3.0", "twenty 20 10.0 19.0 - 20.0");
    }
}
