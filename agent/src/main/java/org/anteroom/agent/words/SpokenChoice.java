package org.anteroom.agent.words;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether one of a few offers has been chosen: "the second one", "ten thirty please", "none of them". */
public final class SpokenChoice {

    private static final Set<String> ENDS = Set.of("one", "please", "thanks", "time", "appointment", "slot");
    /** Before an offer that hasn't been named yet. */
    private static final Set<String> LEADS_ON = Set.of("the", "that", "maybe", "either");

    private SpokenChoice() {}

    /**
     * Whether the answer is given: an offer by its place in the row or by its hour, or none of them. A day alone may be that
     * of several.
     *
     * @param words as heard
     * @param now where the practice is
     */
    public static boolean whole(List<String> words, LocalDateTime now) {
        boolean none = YesNo.whole(words) && YesNo.of(words) == YesNo.NO && words.size() > 1;
        return !unfinished(words) && (none || named(words) || SpokenWhen.whole(words, now));
    }

    /** Whether more is sure to come: "the", "i'd like", "tuesday at". */
    public static boolean unfinished(List<String> words) {
        return SpokenWhen.unfinished(words) || (!words.isEmpty() && LEADS_ON.contains(words.get(words.size() - 1)));
    }

    /** "The first", "second one please": the place is what the answer ends with. */
    private static boolean named(List<String> words) {
        int end = words.size();
        while (end > 0 && ENDS.contains(words.get(end - 1))) {
            end--;
        }
        List<String> choice = words.subList(Math.max(0, end - 2), end);
        return IntStream.range(0, choice.size())
                .mapToObj(at -> choice.subList(at, choice.size()))
                .anyMatch(SpokenChoice::place);
    }

    private static boolean place(List<String> words) {
        return Stream.of(TimeSort.ORDINAL, TimeSort.LAST)
                .flatMap(sort -> TimePhrases.REVIEWED.at(words, 0, sort).stream())
                .anyMatch(phrase -> phrase.length() == words.size());
    }
}
