package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anteroom.agent.emergency.Detector;

/**
 * A {@link TradeOff} as a drawing: SVG text that is the same for the same figures, readable in black and white and, by its title
 * and description, without seeing it.
 *
 * <p>Both axes show only where something changes: up from the lowest recall, and to the right as far as recall rises.
 */
final class TradeOffPlot {

    private static final int WIDTH = 720;
    private static final int LEFT = 80;
    private static final int RIGHT = 690;
    private static final int TOP = 50;
    private static final int BOTTOM = 430;
    private static final int LEGEND = BOTTOM + 80;
    private static final int LINE = 20;
    private static final String SMALL = "font-size=\"13\"";
    /** Thresholds that are written at the curve: every quarter. */
    private static final int LABELS = 25;
    /** The least distance of two marks, so that their labels stay apart. */
    private static final int APART_X = 60;

    private static final int APART_Y = 22;
    private static final int LONGEST_NAME = 60;

    private final TradeOff tradeOff;
    private final List<TradeOff.Point> curve;
    private final double lowest;
    private final double farthest;
    private final StringBuilder svg = new StringBuilder();

    private TradeOffPlot(TradeOff tradeOff) {
        this.tradeOff = tradeOff;
        this.curve = tradeOff.curve();
        this.lowest = Math.min(90, Math.floor(y(curve.get(0)) / 10) * 10);
        double highest = y(curve.get(curve.size() - 1));
        double useful = curve.stream()
                .filter(point -> y(point) == highest)
                .mapToDouble(TradeOffPlot::x)
                .findFirst()
                .orElse(100);
        this.farthest = Math.min(100, Math.floor(Math.max(useful, x(tradeOff.today())) / 10) * 10 + 10);
    }

    /**
     * Draws a curve.
     *
     * @param file the name of the file that was judged
     * @param notes sentences for the caption
     * @param tradeOff with cases of both kinds
     */
    static String svg(String file, List<String> notes, TradeOff tradeOff) {
        TradeOffPlot plot = new TradeOffPlot(tradeOff);
        String name = file.length() <= LONGEST_NAME ? file : file.substring(0, LONGEST_NAME - 1) + "…";
        plot.draw(name, notes);
        return plot.svg.toString();
    }

    private void draw(String file, List<String> notes) {
        List<String> legend = legend();
        List<String> caption = new ArrayList<>();
        int emergencies = tradeOff.emergencies().size();
        int others = tradeOff.others().size();
        caption.add(file + ": " + (emergencies + others) + " cases, of which " + emergencies + " must fire and "
                + others + " must not.");
        caption.addAll(notes);
        int height = LEGEND + LINE * (legend.size() + caption.size()) + LINE;
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"14\">",
                WIDTH, height, WIDTH, height);
        line("<title id=\"title\">%s</title>", xml("Recall against false alarms, " + file));
        line("<desc id=\"desc\">%s</desc>", xml(String.join(" ", legend) + " " + String.join(" ", caption)));
        line("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height);
        text(LEFT, TOP - 22, "font-size=\"17\" font-weight=\"bold\"", "Recall against false alarms");
        axes();
        curve();
        marks();
        int y = LEGEND;
        for (String row : legend) {
            text(LEFT, y, SMALL, row);
            y += LINE;
        }
        line("<circle cx=\"%d\" cy=\"%d\" r=\"6\" fill=\"black\"/>", LEFT - 18, LEGEND - 5);
        line("<path d=\"M%d %dh24\" stroke=\"black\" stroke-width=\"2\"/>", LEFT - 30, LEGEND + 2 * LINE - 5);
        line("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"white\" stroke=\"black\"/>", LEFT - 18, LEGEND + 4 * LINE - 5);
        for (String row : caption) {
            text(LEFT, y + LINE / 2, SMALL, row);
            y += LINE;
        }
        line("</svg>");
    }

    private List<String> legend() {
        TradeOff.Point today = tradeOff.today();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Filled: today, from %.2f for a whole turn and %.2f for the last words of one that goes on:",
                        Detector.ENOUGH_WHOLE,
                        Detector.ENOUGH_RUNNING),
                "recall " + today.recall() + ", false alarms " + today.falseAlarms() + ".",
                "Line: the threshold moves from 1.5 down to -1.5, the other one with it; what a rule decides",
                "counts everywhere.",
                "Hollow: other thresholds for a whole turn, written beside them.",
                "In brackets: 95 % intervals. Right of the axis recall rises no more.");
    }

    private void axes() {
        line("<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"black\"/>", LEFT, TOP, BOTTOM, RIGHT);
        for (double percent = lowest; percent <= 100; percent += step(100 - lowest)) {
            double at = down(percent);
            line("<path d=\"M%d %.1fH%d\" stroke=\"#bbb\" stroke-width=\"0.5\"/>", LEFT, at, RIGHT);
            text(LEFT - 8, at + 5, "text-anchor=\"end\"", figure(percent));
        }
        for (double percent = 0; percent <= farthest; percent += step(farthest)) {
            double at = across(percent);
            line("<path d=\"M%.1f %dV%d\" stroke=\"#bbb\" stroke-width=\"0.5\"/>", at, TOP, BOTTOM);
            text(at, BOTTOM + 20, "text-anchor=\"middle\"", figure(percent));
        }
        text((LEFT + RIGHT) / 2.0, BOTTOM + 44, "text-anchor=\"middle\"", "false alarms: others that fire, %");
        line("<g transform=\"translate(%d %d) rotate(-90)\">", LEFT - 50, (TOP + BOTTOM) / 2);
        text(0, 0, "text-anchor=\"middle\"", "recall: emergencies that fire, %");
        line("</g>");
    }

    private static int step(double span) {
        return span <= 20 ? 2 : span <= 50 ? 5 : 10;
    }

    private void curve() {
        StringBuilder points = new StringBuilder();
        TradeOff.Point before = null;
        for (TradeOff.Point point : curve) {
            boolean moved = before == null || x(point) != x(before) || y(point) != y(before);
            if (moved && x(point) <= farthest) {
                points.append(points.isEmpty() ? "" : " ").append(place(point));
            }
            before = point;
        }
        // Whatever was left out lies on the last height.
        points.append(String.format(Locale.ROOT, " %d,%.1f", RIGHT, down(y(curve.get(curve.size() - 1)))));
        line("<polyline id=\"curve\" points=\"%s\" fill=\"none\" stroke=\"black\" stroke-width=\"2\"/>", points);
    }

    private void marks() {
        List<TradeOff.Point> marked = new ArrayList<>(List.of(tradeOff.today()));
        for (TradeOff.Point point : curve) {
            boolean round = Math.round(point.threshold() * 100) % LABELS == 0;
            if (round && x(point) <= farthest && marked.stream().allMatch(other -> apart(point, other))) {
                marked.add(point);
                mark("other", 4, "white", point, "");
            }
        }
        mark("today", 6, "black", tradeOff.today(), "font-weight=\"bold\"");
    }

    private void mark(String kind, int radius, String fill, TradeOff.Point point, String weight) {
        double x = across(x(point));
        double y = down(y(point));
        line(
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\" stroke=\"black\"/>",
                kind, x, y, radius, fill);
        boolean atTheEdge = x > RIGHT - APART_X;
        String side = atTheEdge ? "text-anchor=\"end\" " : "";
        text(
                x + (atTheEdge ? -7 : 7),
                Math.min(y + 17, BOTTOM - 4),
                side + weight,
                String.format(Locale.ROOT, "%.2f", point.threshold()));
    }

    private boolean apart(TradeOff.Point one, TradeOff.Point other) {
        return Math.abs(across(x(one)) - across(x(other))) >= APART_X
                || Math.abs(down(y(one)) - down(y(other))) >= APART_Y;
    }

    private String place(TradeOff.Point point) {
        return String.format(Locale.ROOT, "%.1f,%.1f", across(x(point)), down(y(point)));
    }

    private double across(double percent) {
        return LEFT + (RIGHT - LEFT) * percent / farthest;
    }

    private double down(double percent) {
        return BOTTOM - (BOTTOM - TOP) * (percent - lowest) / (100 - lowest);
    }

    private static double x(TradeOff.Point point) {
        return point.falseAlarms().percent();
    }

    private static double y(TradeOff.Point point) {
        return point.recall().percent();
    }

    private static String figure(double percent) {
        return String.format(Locale.ROOT, "%.0f", percent);
    }

    private void text(double x, double y, String attributes, String words) {
        line("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>", x, y, attributes, xml(words));
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Text as XML allows it: a file's name may hold anything. */
    private static String xml(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(allowed(c) ? c : '?');
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int c) {
        return (c >= 0x20 && c < 0xd800) || (c > 0xdfff && c < 0xfffe) || c > 0xffff;
    }
}
