package org.anteroom.agent.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Details as one text, to be sealed: a line for each, a tab between label and value. Other control characters become spaces. */
final class DetailText {
    private static final String BETWEEN = "\t";
    private static final String END = "\n";

    private DetailText() {}

    /** Empty for none. */
    static Optional<String> write(List<Detail> details) {
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(details.stream()
                        .map(each -> plain(each.label()) + BETWEEN + plain(each.value()))
                        .collect(Collectors.joining(END)));
    }

    static List<Detail> read(String text) {
        return Arrays.stream(text.split(END, -1))
                .map(line -> line.split(BETWEEN, 2))
                .map(parts -> new Detail(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    private static String plain(String value) {
        return value.replaceAll("\\p{Cntrl}", " ");
    }
}
