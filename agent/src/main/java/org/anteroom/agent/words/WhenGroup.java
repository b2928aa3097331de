package org.anteroom.agent.words;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One wish while it is being put together: a day, a time of day or both, and how it is joined to the one before. */
final class WhenGroup {
    /** What it is, if neither day nor time. */
    enum Special {
        NONE,
        SOONEST,
        OPEN
    }

    final boolean negative;
    /** Whether it is one of several that were said together, so that what is said of one may count for all. */
    final boolean joined;

    @Nullable
    DayMeaning day;

    @Nullable
    HourMeaning hours;

    boolean hoursFirst;
    /** Whether the hours are those of the wish before, as long as none are said. */
    boolean hoursLent;
    /** Whether the day was only said to tell of it: "tomorrow's sunday". */
    boolean explained;
    /** Whether it is an alternative with hours of its own: "or else friday after four". */
    boolean apart;

    Special special = Special.NONE;
    /** What it corrects: counts where it says nothing itself. */
    @Nullable
    WhenGroup corrected;

    WhenGroup(boolean negative, boolean joined) {
        this.negative = negative;
        this.joined = joined;
    }

    Optional<DayMeaning> day() {
        return Optional.ofNullable(day);
    }

    Optional<HourMeaning> hours() {
        return Optional.ofNullable(hours);
    }

    boolean isKind(DayMeaning.Kind kind) {
        return day().filter(meaning -> meaning.kind() == kind).isPresent();
    }

    /** The same wish the other way round. */
    WhenGroup turned() {
        WhenGroup turned = new WhenGroup(!negative, joined);
        turned.day = day;
        turned.hours = hours;
        turned.hoursFirst = hoursFirst;
        turned.special = special;
        turned.corrected = corrected;
        return turned;
    }

    void takeFromCorrected() {
        WhenGroup before = corrected;
        if (before == null) {
            return;
        }
        before.takeFromCorrected();
        day = day == null ? before.day : day;
        hours = hours == null ? before.hours : hours;
        corrected = null;
    }
}
