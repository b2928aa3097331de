package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.anteroom.agent.emergency.Score;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TradeOffPlotTest {

    private static final Standing RULE = new Standing(true, Optional.empty());

    /** Today two of four emergencies fire and one of four others. */
    private static final TradeOff SMALL = new TradeOff(
            List.of(RULE, scored(0.6), scored(0.2), new Standing(false, Optional.empty())),
            List.of(scored(0.55), scored(-0.9), scored(-0.9), scored(-0.95)));

    private static Standing scored(double value) {
        return new Standing(false, Optional.of(new TopScore("words", true, new Score(value, List.of()))));
    }

    private static Document drawn(String file, TradeOff tradeOff) throws Exception {
        String svg = TradeOffPlot.svg(file, List.of("Sound: as recorded."), tradeOff);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> all(Document svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Where a figure stands on an axis, by the first and last figure written beside it. */
    private static double place(Document svg, String anchor, String attribute, double figure) {
        List<Element> ticks = all(svg, "text").stream()
                .filter(text -> text.getAttribute("text-anchor").equals(anchor)
                        && text.getTextContent().matches("[0-9]+"))
                .toList();
        Element first = ticks.get(0);
        Element last = ticks.get(ticks.size() - 1);
        double from = Double.parseDouble(first.getTextContent());
        double to = Double.parseDouble(last.getTextContent());
        return number(first, attribute)
                + (figure - from) / (to - from) * (number(last, attribute) - number(first, attribute));
    }

    @Test
    void marksTodaysPointWhereItsFiguresStandOnTheAxes() throws Exception {
        Document svg = drawn("small.tsv", SMALL);

        Element today = all(svg, "circle").stream()
                .filter(circle -> circle.getAttribute("class").equals("today"))
                .findFirst()
                .orElseThrow();
        assertThat(number(today, "cx")).isCloseTo(place(svg, "middle", "x", 25), within(0.1));
        // Figures beside the upright axis stand 5 below their line, so that their middle is level with it.
        assertThat(number(today, "cy")).isCloseTo(place(svg, "end", "y", 50) - 5, within(0.1));
    }

    @Test
    void theCurveNeverFallsAndPassesTodaysPoint() throws Exception {
        Document svg = drawn("small.tsv", SMALL);

        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        String points = all(svg, "polyline").get(0).getAttribute("points");
        for (String point : points.split(" ")) {
            x.add(Double.parseDouble(point.split(",")[0]));
            y.add(-Double.parseDouble(point.split(",")[1]));
        }
        assertThat(x).isSorted().hasSizeGreaterThan(3);
        assertThat(y).isSorted();
        Element today = all(svg, "circle").stream()
                .filter(circle -> circle.getAttribute("class").equals("today"))
                .findFirst()
                .orElseThrow();
        assertThat(points).contains(today.getAttribute("cx") + "," + today.getAttribute("cy"));
    }

    @Test
    void saysInWordsWhatItShows() throws Exception {
        Document svg = drawn("small.tsv", SMALL);

        assertThat(all(svg, "title").get(0).getTextContent()).contains("small.tsv");
        assertThat(all(svg, "desc").get(0).getTextContent())
                .contains(
                        "recall 50.0 %",
                        "false alarms 25.0 %", "8 cases, of which 4 must fire and 4 must not", "as recorded");
        assertThat(all(svg, "text"))
                .extracting(Element::getTextContent)
                .contains("small.tsv: 8 cases, of which 4 must fire and 4 must not.", "Sound: as recorded.");
    }

    @Test
    void isTheSameForTheSameFigures() {
        assertThat(TradeOffPlot.svg("a.tsv", List.of(), SMALL)).isEqualTo(TradeOffPlot.svg("a.tsv", List.of(), SMALL));
    }

    @Test
    void aNameOfAFileMayHoldAnything() throws Exception {
        String name = "<a> & \u0001\ud83d\ude00.tsv";

        assertThat(all(drawn(name, SMALL), "title").get(0).getTextContent()).endsWith("<a> & ?\ud83d\ude00.tsv");
        assertThat(all(drawn("x".repeat(300), SMALL), "title").get(0).getTextContent())
                .hasSizeLessThan(120);
    }

    @Test
    void drawsAlsoWhatIsPerfectAndWhatIsHopeless() throws Exception {
        assertThat(drawn("a.tsv", new TradeOff(List.of(RULE), List.of(scored(-2)))))
                .isNotNull();
        assertThat(drawn("a.tsv", new TradeOff(List.of(scored(-2)), List.of(RULE))))
                .isNotNull();
    }
}
