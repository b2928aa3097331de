package org.anteroom.agent.dialogue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anteroom.agent.config.AfterHoursConfig;
import org.anteroom.agent.config.ClinicianOutcome;
import org.anteroom.agent.config.Period;

/**
 * The practice's choices for conversations.
 *
 * @param clinicianOnCall what becomes of a caller who asks for the clinician on call while the desk can't be had; for
 *     every period
 * @param callBack within which a call-back is promised where the outcome is a page
 */
public record DialogueSettings(Map<Period, ClinicianOutcome> clinicianOnCall, Duration callBack) {
    private static final Duration USUAL = Duration.ofMinutes(30);

    public DialogueSettings {
        clinicianOnCall = Map.copyOf(clinicianOnCall);
    }

    /** @param connect whether a caller who asks for the clinician on call is connected at any time; else a message */
    public DialogueSettings(boolean connect) {
        this(always(connect ? ClinicianOutcome.CONNECT : ClinicianOutcome.MESSAGE), USUAL);
    }

    /** The choices of a configuration. */
    public static DialogueSettings of(AfterHoursConfig afterHours) {
        return new DialogueSettings(each(afterHours::clinician), Duration.ofMinutes(afterHours.callBackMinutes()));
    }

    static Map<Period, ClinicianOutcome> always(ClinicianOutcome outcome) {
        return each(period -> outcome);
    }

    private static Map<Period, ClinicianOutcome> each(Function<Period, ClinicianOutcome> outcome) {
        return Arrays.stream(Period.values()).collect(Collectors.toMap(period -> period, outcome));
    }

    ClinicianOutcome clinicianOnCall(Period period) {
        return clinicianOnCall.getOrDefault(period, ClinicianOutcome.CONNECT);
    }
}
