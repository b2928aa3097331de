package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may have been dictated, in the groups in which it was spoken.
 *
 * @param groups none of them empty
 * @param doubt how unlikely it is beside others, from 0; only differences count
 */
record Line(List<String> groups, double doubt) {

    /** How many readings of one answer are followed at most. */
    private static final int MOST = 48;

    static final Comparator<Line> LIKELIEST = Comparator.comparingDouble(Line::doubt);

    private static final double OTHER_READING = 1;
    private static final double LATER = 0.02;
    private static final double PART_LEFT_OUT = 0.6;
    private static final double INSIDE_A_GROUP = 0.8;
    private static final double NOTHING_REPLACED = 3;
    /** "No" is said of something that is wrong. */
    private static final double NOTHING_CHANGED = 0.3;

    private static final double ONLY_A_PAUSE = 1.4;
    private static final double SAME = -0.6;
    private static final double OTHER = 1;
    private static final double OTHER_SHAPE = 2;
    /** A correction that ends with what it corrects is the common one. */
    private static final double EQUALLY_LONG = 0.3;

    private static final double ALL_OF_IT = 0.5;

    Line {
        groups = List.copyOf(groups);
    }

    String text() {
        return String.join("", groups);
    }

    Line doubted(double more) {
        return new Line(groups, doubt + more);
    }

    /** Every way to read an answer, likeliest first. */
    static List<Line> readings(List<Segment> segments) {
        List<Line> lines = List.of(new Line(List.of(), 0));
        for (Segment segment : segments) {
            List<Line> parts = parts(segment);
            lines = parts.isEmpty()
                    ? lines
                    : likeliest(lines.stream()
                            .flatMap(line -> parts.stream().flatMap(part -> line.joined(part, segment.link()))));
        }
        return lines;
    }

    private static List<Line> likeliest(Stream<Line> lines) {
        return lines.sorted(LIKELIEST).limit(MOST).toList();
    }

    /** The ways to read one segment: all of it, or what comes before or after some talk. */
    private static List<Line> parts(Segment segment) {
        List<List<Piece>> runs = segment.runs(piece -> piece.before() == Piece.Gap.TALK);
        if (segment.pieces().isEmpty()) {
            return List.of();
        }
        List<Line> parts = new ArrayList<>(variants(segment.pieces()));
        if (runs.size() > 1) {
            for (int cut = 1; cut < runs.size(); cut++) {
                List<Piece> before =
                        runs.subList(0, cut).stream().flatMap(List::stream).toList();
                List<Piece> after = runs.subList(cut, runs.size()).stream()
                        .flatMap(List::stream)
                        .toList();
                variants(before).forEach(line -> parts.add(line.doubted(PART_LEFT_OUT)));
                variants(after).forEach(line -> parts.add(line.doubted(PART_LEFT_OUT)));
            }
            runs.forEach(run -> variants(run).forEach(line -> parts.add(line.doubted(2 * PART_LEFT_OUT))));
        }
        return likeliest(parts.stream());
    }

    private static List<Line> variants(List<Piece> pieces) {
        List<Line> lines = List.of(new Line(List.of(), 0));
        for (Piece piece : pieces) {
            lines = likeliest(lines.stream()
                    .flatMap(line -> Stream.concat(
                            Stream.of(line.plus(piece.text(), 0)),
                            piece.others().stream().map(other -> line.plus(other, line.otherReading())))));
        }
        return lines;
    }

    /** The end of a number is said in pairs more often than its beginning. */
    private double otherReading() {
        return OTHER_READING + LATER * length();
    }

    private Line plus(String group, double more) {
        if (group.isEmpty()) {
            return doubted(more);
        }
        List<String> longer = new ArrayList<>(groups);
        longer.addAll(List.of(group.split(" ")));
        return new Line(longer, doubt + more);
    }

    private Stream<Line> joined(Line next, Segment.Link link) {
        return switch (link) {
            case START -> Stream.of(append(next));
            case BEGINS_ANEW -> Stream.of(next.doubted(doubt));
            case TAKES_BACK -> replaced(next, NOTHING_REPLACED);
            case PAUSES -> replaced(next, ONLY_A_PAUSE);
            case REPEATS -> Stream.of(
                    next.doubted(doubt + (next.text().startsWith(text()) ? 0 : PART_LEFT_OUT)),
                    append(next).doubted(next.text().startsWith(text()) ? PART_LEFT_OUT : 0));
            case AREA -> Stream.of(
                    append(next).doubted(PART_LEFT_OUT),
                    inFront(next, 0),
                    inFront(next, next.length()).doubted(PART_LEFT_OUT));
            case FIRST_PART -> Stream.of(
                    inFront(next, next.length()), inFront(next, 0).doubted(PART_LEFT_OUT));
            case LAST_PART -> Stream.of(
                    append(next), upTo(length() - next.length()).append(next).doubted(PART_LEFT_OUT / 2));
        };
    }

    /** Whether one group ended after so many characters. */
    boolean dividedAt(int length) {
        int end = 0;
        for (String group : groups) {
            end += group.length();
            if (end >= length) {
                return end == length;
            }
        }
        return false;
    }

    private int length() {
        return groups.stream().mapToInt(String::length).sum();
    }

    private Line append(Line next) {
        List<String> all = new ArrayList<>(groups);
        all.addAll(next.groups);
        return new Line(all, doubt + next.doubt);
    }

    /** The next in front of this, of which so many characters are dropped. */
    private Line inFront(Line next, int dropped) {
        String rest = text().substring(Math.min(dropped, length()));
        return new Line(next.groups, doubt + next.doubt).plus(rest, 0);
    }

    /** The first characters, a group that lies across the end divided. */
    private Line upTo(int end) {
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String group : groups) {
            int room = Math.max(0, end) - length;
            if (room <= 0) {
                break;
            }
            kept.add(group.length() <= room ? group : group.substring(0, room));
            length += group.length();
        }
        return new Line(kept, doubt);
    }

    /** Every tail of this that the next may replace. */
    private Stream<Line> replaced(Line next, double nothingReplaced) {
        String said = text();
        String again = next.text();
        List<Integer> bounds = new ArrayList<>(List.of(0));
        groups.forEach(group -> bounds.add(bounds.get(bounds.size() - 1) + group.length()));
        List<Line> lines = new ArrayList<>();
        lines.add(append(next).doubted(nothingReplaced));
        for (int from = said.length() - 1; from >= 0; from--) {
            boolean bound = bounds.contains(from);
            boolean oneGroup = bound && bounds.indexOf(from) == bounds.size() - 2;
            double misfit = misfit(said.substring(from), again, oneGroup)
                    + (again.startsWith(said.substring(from)) ? nothingReplaced * NOTHING_CHANGED : 0);
            lines.add(upTo(from).append(next).doubted(misfit + (bound ? 0 : INSIDE_A_GROUP)));
        }
        return lines.stream();
    }

    /** How badly what comes after a correction fits what it would replace. */
    private static double misfit(String replaced, String again, boolean oneGroup) {
        double misfit = 0;
        boolean shapes = true;
        for (int i = 0; i < replaced.length(); i++) {
            if (i >= again.length()) {
                misfit += oneGroup ? 0.3 : OTHER;
            } else if (replaced.charAt(i) == again.charAt(i)) {
                misfit += SAME;
            } else {
                boolean shape = Character.isDigit(replaced.charAt(i)) == Character.isDigit(again.charAt(i));
                shapes &= shape;
                misfit += shape ? OTHER : OTHER_SHAPE;
            }
        }
        boolean equallyLong = replaced.length() == again.length() && shapes;
        return equallyLong ? Math.min(misfit, misfit * EQUALLY_LONG) - ALL_OF_IT : misfit;
    }
}
