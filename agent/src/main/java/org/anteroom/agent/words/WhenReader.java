package org.anteroom.agent.words;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.ChainGrammar.Chained;
import org.anteroom.agent.words.WhenGroup.Special;

/** Reads what was said from its first word to its last and hands on days, times and what stands between them. */
final class WhenReader {
    /** What may follow a mere number that is a time of day; any other word makes it a count. */
    private static final Set<String> AFTER_NUMBER = Set.of(
            "works", "work", "would", "will", "is", "if", "i", "do", "does", "can", "could", "that", "we", "you",
            "with", "because", "for", "when", "be", "it", "then", "any", "there", "good", "fine", "great", "what",
            "how", "are", "i'd", "i'll", "i'm", "that's", "he", "she", "they", "thanks", "thank", "sounds", "best",
            "better", "my");

    /** What calls a day by another name: "the first is a thursday", "that falls on a friday". */
    private static final Set<String> IS =
            Set.of("is", "that's", "it's", "isn't", "be", "falls", "fall", "lands", "which's");

    private static final Set<String> AROUND_IS = Set.of("that", "which", "it", "would", "will", "should", "actually");
    /** Other words for "or" begin an alternative with hours of its own. */
    private static final Set<String> SIMPLE_OR =
            Set.of("or", "nor", "or maybe", "or even", "or possibly", "or perhaps");

    static final Set<String> AFTERWARDS = Set.of("afterwards", "afterward", "later that day", "later that same day");
    private static final Set<String> THIS_ONE = Set.of("this one", "this coming one", "the coming one");

    private static final int THIS_FAR_BACK = 3;

    private final TimeTokens tokens;
    private final LocalDateTime now;
    private final boolean asked;
    private final HourGrammar hours;
    private final DayGrammar days;
    private final Asides asides;
    private final boolean moving;
    private final WhenGroups groups = new WhenGroups();
    private int first = Integer.MAX_VALUE;
    private int last;
    /** Where the last day or time ended. */
    private int ended = -1;
    /** Whether it was a limit told by what won't do: "not before the eighth". */
    private boolean denied;

    /** @param asked whether they answer the question when */
    WhenReader(TimeTokens tokens, LocalDateTime now, boolean asked) {
        this.tokens = tokens;
        this.now = now;
        this.asked = asked;
        this.asides = new Asides(tokens);
        this.moving = moves();
        this.hours = new HourGrammar(tokens, moving);
        this.days = new DayGrammar(tokens, now, asked, moving);
    }

    private boolean moves() {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.is(at, TimeSort.MOVING)) {
                return true;
            }
        }
        return false;
    }

    /** The place of the first word that says when; {@link #to()} or later where none does. */
    int from() {
        return first;
    }

    int to() {
        return last;
    }

    Optional<When> read() {
        int at = 0;
        while (at < tokens.size()) {
            at = next(at);
        }
        groups.end();
        return WhenBuilder.when(groups.groups());
    }

    private int next(int at) {
        if (joint(at)) {
            return at + 1;
        }
        boolean event = tokens.isAny(at - 1, TimeSort.BEFORE, TimeSort.AFTER, TimeSort.UNTIL);
        if (tokens.is(at, TimeSort.BECAUSE) && !event && groups.wished()) {
            groups.gap();
            return afterReason(at + 1);
        }
        // "I get back on the twentieth so any time after that".
        boolean bounds = tokens.isAny(at, TimeSort.AFTER, TimeSort.BEFORE, TimeSort.BY, TimeSort.FROM);
        boolean ends = at + 1 == tokens.size() && ended > 0 && ended < at && tokens.isAny(at, TimeSort.AFTER);
        boolean from =
                tokens.text(at).startsWith("from that ") || tokens.text(at).startsWith("from the");
        if ((ends || AFTERWARDS.contains(tokens.text(at)) || (from && bounds)) && !groups.isEmpty()) {
            // "I'll be back on the fifteenth, so any time after"; "i land on thursday, so later that day" is on that
            // day.
            if (!tokens.text(at).startsWith("later") || groups.atHour()) {
                groups.bound(from ? TimeSort.FROM : TimeSort.AFTER, now);
            }
            return said(at, at + 1);
        }
        if (bounds && isThen(at + 1) && !groups.isEmpty()) {
            groups.bound(tokens.get(at).sort(), now);
            markEnd(at + 1);
            return at + 2;
        }
        Optional<Chained> chained = groups.named().flatMap(day -> days.chained(at, day, groups.joining()));
        if (chained.isPresent()) {
            groups.chained(chained.get());
            return saidOrLater(at, chained.get().day().end());
        }
        int after = oneAfter(at);
        if (after > at) {
            return saidOrLater(at, after);
        }
        if (asides.tellsLimit(at)) {
            groups.limit();
        }
        Optional<DayMeaning> day = days.day(at);
        Optional<HourMeaning> hour = hour(at);
        boolean thisTime = tokens.is(at, TimeSort.SAME_TIME) && tokens.text(at).startsWith("this");
        if (day.isEmpty() && thisTime && tokens.is(at - 1, TimeSort.AT) && groups.atDay()) {
            // "A week from today at this time".
            int minute = now.getHour() * 60 + now.getMinute();
            groups.hours(new HourMeaning(minute, minute, HourMeaning.Kind.MOMENT, true, false, false, at + 1));
            return said(at, at + 1);
        }
        if (day.isPresent() && (hour.isEmpty() || day.get().end() >= hour.get().end())) {
            return day(at, day.get());
        }
        if (hour.isPresent()) {
            if (tokens.is(hour.get().end(), "person") && !groups.isEmpty()) {
                // "Nothing before nine, i'm not a morning person" gives a reason.
                groups.gap();
                return hour.get().end();
            }
            boolean before =
                    tokens.is(at - 1, TimeSort.MINE) && leadsOn(hour.get().end());
            if (before || (!asked && isPast(at))) {
                return hour.get().end();
            }
            groups.hours(hour.get());
            return said(at, hour.get().end());
        }
        if (!tokens.isAny(
                at, TimeSort.ON, TimeSort.IN, TimeSort.AT, TimeSort.THE, TimeSort.OF, TimeSort.AN, TimeSort.EITHER)) {
            groups.gap();
        }
        return at + 1;
    }

    /** The "that" of "before that" and the "then" of "by then", unlike "before that monday". */
    private boolean isThen(int at) {
        return (tokens.is(at, "that") || tokens.is(at, "then"))
                && !tokens.isAny(at + 1, TimeSort.WEEKDAY, TimeSort.DAY_UNIT, TimeSort.WEEKEND);
    }

    /** Whether only "is a" or the like stands between what was said last and a day. */
    private boolean isSaidOfLast(int at) {
        boolean verb = ended > 0 && tokens.text(ended - 1).endsWith("'s");
        for (int between = ended; between < at; between++) {
            verb |= IS.contains(tokens.text(between));
            if (!tokens.isAny(between, TimeSort.AN, TimeSort.ON, TimeSort.SO)
                    && !IS.contains(tokens.text(between))
                    && !AROUND_IS.contains(tokens.text(between))) {
                return false;
            }
        }
        return ended > 0 && verb;
    }

    /** "Not this week but the one after", "thursday or the day after": the place after it, or the same where it isn't that. */
    private int oneAfter(int at) {
        if (THIS_ONE.contains(tokens.text(at)) && groups.thisOne(now.toLocalDate(), at + 1)) {
            return at + 1;
        }
        if (tokens.is(at, TimeSort.ONE_AFTER)) {
            return groups.oneAfter(tokens.value(at)) ? at + 1 : at;
        }
        int unit = tokens.skip(at, TimeSort.THE);
        boolean day = tokens.is(unit, TimeSort.DAY_UNIT) && unit > at && tokens.is(unit + 1, "after");
        boolean another = day && groups.joining() && days.day(unit + 2).isEmpty();
        return another && groups.oneAfter(tokens.value(unit)) ? unit + 2 : at;
    }

    private int day(int at, DayMeaning day) {
        if (day.kind() == DayMeaning.Kind.WEEKLY && asides.isCondition(at, ended) && groups.onOneOf(day.weekly())) {
            // "Sunday, if you work sundays".
            groups.gap();
            return day.end();
        }
        if (!asked && isPast(at)) {
            // "I woke up this morning".
            return hours.hours(day.end())
                    .filter(hour -> !hour.bare())
                    .map(HourMeaning::end)
                    .orElse(day.end());
        }
        boolean before = tokens.is(at - 1, TimeSort.MINE)
                || (tokens.is(day.end(), TimeSort.APPOINTMENT) && tokens.isAny(at - 1, TimeSort.THE));
        if (before && leadsOn(day.end())) {
            return day.end();
        }
        DayMeaning other = days.weekday(at).orElse(day);
        if (isSaidOfLast(at) && groups.describes(other, tokens.is(at - 1, TimeSort.AN))) {
            return said(at, other.end());
        }
        groups.day(day);
        if (tokens.is(at, TimeSort.TONIGHT)) {
            groups.hours(DayPart.EVENING.meaning(false, at + 1));
        }
        return said(at, day.end());
    }

    /** "The day after that or later". */
    private int saidOrLater(int at, int end) {
        boolean later = tokens.is(end, TimeSort.ONWARD);
        if (later) {
            groups.bound(TimeSort.FROM, now);
        }
        return said(at, later ? end + 1 : end);
    }

    private int said(int at, int end) {
        // "Come in | on the second".
        boolean verb =
                tokens.is(at, TimeSort.IN) && tokens.isAny(at + 1, TimeSort.ON, TimeSort.DAY, TimeSort.AT, TimeSort.IN);
        first = Math.min(first, tokens.get(verb ? at + 1 : at).from());
        last = Math.max(last, tokens.get(end - 1).to());
        ended = end;
        denied = asides.tellsLimit(at);
        return end;
    }

    /** What stands between days and times; false for anything else. */
    private boolean joint(int at) {
        switch (tokens.get(at).sort()) {
            case OR -> groups.or(!SIMPLE_OR.contains(tokens.text(at)));
            case AND -> groups.and();
            case BUT -> groups.but();
            case NOT -> negation(at);
            case EXCEPT -> {
                groups.not();
                mark(at);
            }
            case UNFIT -> {
                if (asides.letsEnd(at)) {
                    return true;
                }
                groups.unfit();
                markEnd(at);
            }
            case INSTEAD -> groups.not();
            case SO -> groups.so();
            case CORRECTION -> groups.correct();
            case NO -> no(at);
            case RESTART -> groups.restart();
            case SOONEST -> special(at, Special.SOONEST);
            case OPEN -> special(at, Special.OPEN);
            case TO -> {
                if (!moving || !leadsToTime(at + 1)) {
                    return false;
                }
                groups.forget();
                first = Integer.MAX_VALUE;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void negation(int at) {
        boolean trails = !groups.isEmpty() && !leadsOn(at + 1);
        if (trails && (asides.isCondition(at, ended) || asides.isOtherwise(at))) {
            groups.gap();
            return;
        }
        if (trails && denied) {
            // "Not before the eighth, i'm out of town" gives a reason.
            groups.gap();
            return;
        }
        if (trails && !asked) {
            // "My appointment is tomorrow and i can't make it."
            return;
        }
        if (trails) {
            // "Tuesdays i can't."
            groups.unfit();
            markEnd(at);
        } else {
            groups.not();
            mark(at);
        }
    }

    /** The place after a reason: after the first time in it and what is joined to that. */
    private int afterReason(int from) {
        int at = from;
        while (at < tokens.size()
                && !tokens.isAny(
                        at, TimeSort.BUT, TimeSort.SO, TimeSort.OR, TimeSort.CORRECTION, TimeSort.NO, TimeSort.RESTART)
                && timeEnd(at) == at) {
            at++;
        }
        while (timeEnd(at) > at) {
            at = timeEnd(at);
            boolean joined = tokens.isAny(at, TimeSort.AND, TimeSort.OR) && timeEnd(at + 1) > at + 1;
            if (!joined) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** The place after the day, with its hours, or the hours that are said at a place; the same where neither is. */
    private int timeEnd(int at) {
        int day = days.day(at).map(DayMeaning::end).orElse(at);
        return hour(day).map(HourMeaning::end).orElse(day);
    }

    private Optional<HourMeaning> hour(int at) {
        return hours.hours(at).filter(said -> isTime(at, said));
    }

    /** "No mornings" rules out, "no, thursday" corrects. */
    private void no(int at) {
        if (tokens.isAny(at + 1, TimeSort.PARTS, TimeSort.WEEKDAYS)) {
            groups.not();
            mark(at);
        } else {
            groups.correct();
        }
    }

    private void special(int at, Special special) {
        if (!asked && asides.isWeak(at)) {
            return;
        }
        groups.special(special);
        int unused = said(at, at + 1);
    }

    private void mark(int at) {
        if (at + 1 < tokens.size() && leadsToTime(at + 1)) {
            first = Math.min(first, tokens.get(at).from());
        }
    }

    private void markEnd(int at) {
        if (first < Integer.MAX_VALUE) {
            last = Math.max(last, tokens.get(at).to());
        }
    }

    /** Whether a day or time is still to come. */
    private boolean leadsOn(int at) {
        for (int next = at; next < tokens.size(); next++) {
            if (tokens.is(next, TimeSort.BUT)) {
                return false;
            }
            if (leadsToTime(next)) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsToTime(int at) {
        return tokens.is(at, TimeSort.ONE_AFTER) || days.day(at).isPresent() || hour(at).isPresent();
    }

    /** Whether a number is a time of day and doesn't count something. */
    private boolean isTime(int at, HourMeaning hour) {
        int end = hour.end();
        if (!hour.bare()) {
            // Amid other numbers it is part of a telephone number or the like.
            return hour.fixed()
                    || !hour.isMoment()
                    || at == ended
                    || !(tokens.isNumber(at - 1) || tokens.isNumber(end));
        }
        boolean introduced = tokens.isAny(
                at,
                TimeSort.AT,
                TimeSort.AFTER,
                TimeSort.BEFORE,
                TimeSort.BY,
                TimeSort.UNTIL,
                TimeSort.FROM,
                TimeSort.BETWEEN);
        boolean reason = asked && introduced && tokens.is(end, TimeSort.WORD);
        boolean counts = end < tokens.size()
                && !reason
                && (tokens.isAny(
                                end,
                                TimeSort.WORD,
                                TimeSort.DAY_UNIT,
                                TimeSort.MONTH_UNIT,
                                TimeSort.MINUTE_UNIT,
                                TimeSort.APPOINTMENT,
                                TimeSort.NOTHING,
                                TimeSort.OF)
                        && !AFTER_NUMBER.contains(tokens.text(end)));
        if (counts || tokens.isNumber(at - 1) || tokens.isNumber(end)) {
            return false;
        }
        boolean beside = at == ended || days.day(end).isPresent() || hasPart(end);
        boolean joined =
                ended == at - 1 && tokens.isAny(at - 1, TimeSort.OR, TimeSort.AND, TimeSort.CORRECTION, TimeSort.NO);
        boolean answer = asked && !(tokens.is(at, "one") && tokens.is(at - 1, TimeSort.WORD));
        return introduced || beside || joined || answer;
    }

    private boolean hasPart(int at) {
        return tokens.is(tokens.skip(at, TimeSort.IN, TimeSort.THE), TimeSort.PART);
    }

    /** "Since tuesday": what happened then. */
    private boolean isPast(int at) {
        for (int before = at - 1; before >= Math.max(0, at - THIS_FAR_BACK); before--) {
            if (tokens.is(before, TimeSort.PAST)) {
                return true;
            }
            if (before >= ended && tokens.isAny(before, TimeSort.AND, TimeSort.BUT)) {
                return false;
            }
        }
        return false;
    }
}
