package org.anteroom.agent.config;

import java.time.Duration;
import java.util.Optional;

/** The practice's rules for booking by phone. */
@Key(
        doc = "Rules for booking appointments. They count only where there are [[practice.provider]] and"
                + " [[practice.visit-type]]; without those every request for an appointment goes to staff.")
public record BookingConfig(
        @Key(
                        doc = "An appointment begins this many minutes from now at the earliest.",
                        preset = "120",
                        min = 0,
                        max = 20160)
                int leadMinutes,
        @Key(doc = "The farthest day that is offered, days from today.", preset = "180", min = 1, max = 730)
                int horizonDays,
        @Key(
                        doc =
                                "Appointments begin at multiples of this many minutes after the full hour: 5, 10, 15, 20, 30 or 60.",
                        preset = "15",
                        min = 5,
                        max = 60)
                int slotMinutes,
        @Key(
                        doc = "How long a time is kept for a caller who is thinking about it, seconds.",
                        preset = "180",
                        min = 30,
                        max = 1800)
                int holdSeconds,
        @Key(doc = "Notice for cancelling and moving, hours before the appointment.", preset = "24", min = 0, max = 336)
                int cancelNoticeHours,
        @Key(
                        doc =
                                "What a caller within that time may do. allow: cancel, marked as late; staff: leave a request.",
                        preset = "allow")
                LateCancel lateCancel,
        @Key(
                        doc =
                                "Visit type, by name, that a new patient with pain gets on the same day where there is room."
                                        + " Without it such a request goes to staff as urgent.",
                        example = "limited exam")
                Optional<String> sameDayVisit,
        @Key(doc = "For that visit, in the place of lead-minutes.", preset = "30", min = 0, max = 720)
                int sameDayLeadMinutes) {

    /** What happens to a cancellation that comes too late. */
    public enum LateCancel {
        ALLOW,
        STAFF
    }

    public Duration lead() {
        return Duration.ofMinutes(leadMinutes);
    }

    public Duration sameDayLead() {
        return Duration.ofMinutes(sameDayLeadMinutes);
    }

    public Duration cancelNotice() {
        return Duration.ofHours(cancelNoticeHours);
    }

    public Duration hold() {
        return Duration.ofSeconds(holdSeconds);
    }
}
