package org.anteroom.agent.rehearsal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.WeekHours;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.dialogue.OfficeFacts;
import org.anteroom.agent.practice.Hours;

/**
 * The practice that a conversation in text is held with.
 *
 * @param desk whether a front desk can be rung in opening hours
 * @param catalogue every sentence, in the practice's words
 */
public record TextPractice(
        PracticeType type, OfficeFacts office, DialogueSettings choices, boolean desk, Catalogue catalogue) {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** A configuration's. */
    public static TextPractice of(Config config) {
        return new TextPractice(
                config.practice().type(),
                OfficeFacts.of(config.practice()),
                DialogueSettings.of(config.afterHours()),
                config.desk().number().isPresent(),
                Catalogue.of(config.practice().type()));
    }

    /** A small practice for those who have no configuration yet: open from Monday to Friday noon, closed at lunch. */
    public static TextPractice example(PracticeType type) {
        List<TimeRange> whole = List.of(new TimeRange(8 * 60, 12 * 60), new TimeRange(13 * 60, 17 * 60));
        List<TimeRange> half = List.of(new TimeRange(8 * 60, 12 * 60));
        WeekHours week = new WeekHours(whole, whole, whole, whole, half, List.of(), List.of());
        OfficeFacts office = new OfficeFacts(
                name(type),
                new Hours(week, Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 25)), ZONE),
                Optional.of("12 Maple Street, Springfield"),
                Optional.of("Turn left at the library."),
                Optional.of("614 555 0100"),
                Optional.empty());
        return new TextPractice(type, office, new DialogueSettings(false), true, Catalogue.of(type));
    }

    /** The same practice with another catalogue and other phrases of emergencies. */
    public TextPractice as(PracticeType other) {
        return new TextPractice(other, office, choices, desk, Catalogue.of(other));
    }

    /** The same practice in its own words. */
    public TextPractice worded(Catalogue own) {
        return new TextPractice(type, office, choices, desk, own);
    }

    private static String name(PracticeType type) {
        return switch (type) {
            case DENTAL -> "Maple Street Dental";
            case MEDICAL -> "Maple Street Family Medicine";
            case VETERINARY -> "Maple Street Animal Clinic";
            case MENTAL_HEALTH -> "Maple Street Counseling";
        };
    }
}
