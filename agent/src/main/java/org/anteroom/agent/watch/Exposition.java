package org.anteroom.agent.watch;

import java.util.TreeMap;

/**
 * The figures in the text format of Prometheus, version 0.0.4: help, type, then a row or several for each; lines end with a
 * line feed, also the last.
 */
final class Exposition {
    /** The media type that goes with it. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Exposition() {}

    static String of(Counters counters) {
        StringBuilder text = new StringBuilder();
        for (Metric metric : Metric.values()) {
            String name = metric.publishedName();
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(help(metric.help()))
                    .append('\n');
            text.append("# TYPE ")
                    .append(name)
                    .append(' ')
                    .append(metric.kind().type())
                    .append('\n');
            switch (metric.kind()) {
                case COUNTER, TALLY, GAUGE -> row(text, name, counters.exact(metric));
                case LABELLED -> new TreeMap<>(counters.rows(metric))
                        .forEach((value, figure) -> row(text, labelled(name, metric.label(), value), figure));
                case HISTOGRAM -> histogram(text, name, counters.histogram(metric));
            }
        }
        return text.toString();
    }

    private static void histogram(StringBuilder text, String name, Histogram histogram) {
        for (int i = 0; i < Histogram.BOUNDS.length; i++) {
            row(text, labelled(name + "_bucket", "le", number(Histogram.BOUNDS[i])), (double) histogram.upTo(i));
        }
        double all = histogram.upTo(Histogram.BOUNDS.length);
        row(text, labelled(name + "_bucket", "le", "+Inf"), all);
        row(text, name + "_sum", histogram.seconds());
        row(text, name + "_count", all);
    }

    private static void row(StringBuilder text, String name, double figure) {
        text.append(name).append(' ').append(number(figure)).append('\n');
    }

    private static String labelled(String name, String label, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + "{" + label + "=\"" + escaped + "\"}";
    }

    private static String help(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String number(double figure) {
        return figure == Math.rint(figure) && Math.abs(figure) < 1e15
                ? Long.toString((long) figure)
                : Double.toString(figure);
    }
}
