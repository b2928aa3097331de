package org.anteroom.agent.config;

import java.util.Optional;

/** What becomes of callers outside opening hours who ask for the clinician on call, and of what they were promised. */
@Key(
        doc =
                "Callers who ask for the clinician on call while the desk can't be had, by the time it is: connect (the people on"
                        + " call ring), page (a call-back is promised, and the people on call are told) or message (read when the"
                        + " practice opens). Emergencies always ring; everything else is a message.")
public record AfterHoursConfig(
        @Key(doc = "Nights of working days.", preset = "connect") ClinicianOutcome night,
        @Key(doc = "Saturdays, Sundays and other days without opening hours.", preset = "connect")
                ClinicianOutcome weekend,
        @Key(doc = "Between two openings of a day, and in opening hours without a desk.", preset = "connect")
                ClinicianOutcome lunch,
        @Key(doc = "Holidays and other closed dates.", preset = "connect") ClinicianOutcome holiday,
        @Key(doc = "While closed by: anteroom closure until.", preset = "connect") ClinicianOutcome closure,
        @Key(
                        doc =
                                "Minutes after a page within which the clinician on call has promised to call back. The caller is"
                                        + " told the time; whoever is on call is rung at once and again after half of it.",
                        preset = "30",
                        min = 10,
                        max = 240)
                int callBackMinutes,
        @Key(
                        doc =
                                "Who is rung when a promised call-back is overdue: a person, as the PBX dials them, no emergency"
                                        + " number. Without it, or when nobody takes it, the alarm channels are told.",
                        example = "302",
                        form = Form.DIALLED)
                Optional<String> contact) {

    /** What a caller gets who asks for the clinician on call. */
    public ClinicianOutcome clinician(Period period) {
        return switch (period) {
            case NIGHT -> night;
            case WEEKEND -> weekend;
            case OPEN, LUNCH -> lunch;
            case HOLIDAY -> holiday;
            case CLOSURE -> closure;
        };
    }
}
