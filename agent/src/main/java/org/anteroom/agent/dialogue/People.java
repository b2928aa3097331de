package org.anteroom.agent.dialogue;

import java.util.Optional;
import org.anteroom.agent.config.ClinicianOutcome;

/** Who a caller is handed to, by what was asked and the hour. */
final class People {
    /** Who asks on in the middle of a page doesn't want one: after so many times the people on call are rung. */
    private static final int PAGE_ASKED = 2;

    private final DialogueSettings settings;

    People(DialogueSettings settings) {
        this.settings = settings;
    }

    /** A person was asked for: the desk in hours, else a message. */
    Step person(Reply reply) {
        return reply.deskNow() ? reply.desk(Act.Reason.CALLER_ASKED) : nobodyNow(reply);
    }

    /** The clinician on call was asked for: as in hours, else as the practice decided for the time it is. */
    Step clinicianOnCall(Reply reply) {
        if (reply.deskNow()) {
            return reply.desk(Act.Reason.CLINICIAN_ASKED);
        }
        return switch (outcome(reply)) {
            case CONNECT -> reply.transfersUsedUp() ? nobodyNow(reply) : reply.onCall(Act.Reason.CLINICIAN_ASKED);
            case PAGE -> paged(reply);
            case MESSAGE -> nobodyNow(reply);
        };
    }

    /** Where nothing can be stored, nothing can be promised: then who would be paged is rung. */
    private ClinicianOutcome outcome(Reply reply) {
        ClinicianOutcome configured = settings.clinicianOnCall(reply.period());
        return configured == ClinicianOutcome.PAGE && reply.emergencyOnly() ? ClinicianOutcome.CONNECT : configured;
    }

    /** Takes what the person on call needs; the call-back is promised once it is on disk. */
    private static Step paged(Reply reply) {
        boolean again = reply.form().category().equals(Optional.of(Category.PAGE));
        reply.repairs(again ? reply.repairs().repeated() : reply.repairs().understood());
        boolean insists = reply.repairs().exhausted() || reply.repairs().repeats() > PAGE_ASKED;
        return insists ? reply.nearest(Act.Reason.CLINICIAN_ASKED) : page(reply);
    }

    /** Asks for what a page still needs. */
    static Step page(Reply reply) {
        reply.errand(reply.errand().over());
        return reply.form(reply.form().as(Category.PAGE))
                .say(TemplateId.TAKING_PAGE)
                .fill();
    }

    /** A pharmacy or another practice: the desk in hours, else a message. */
    Step provider(Reply reply, Input.Said said) {
        if (reply.deskNow()) {
            return reply.desk(Act.Reason.PROVIDER);
        }
        return reply.form(reply.form().as(Category.PROVIDER).adding(Requests.text(said), said.clip()))
                .say(TemplateId.TAKING_MESSAGE)
                .fill();
    }

    private static Step nobodyNow(Reply reply) {
        reply.repairs(reply.repairs().repeated());
        if (reply.repairs().exhausted()) {
            return reply.nearest(Act.Reason.CALLER_ASKED);
        }
        if (reply.openNow()) {
            reply.say(TemplateId.DESK_FAILED);
        } else {
            reply.sayClosed();
        }
        if (reply.stage().ofMessage()
                || (reply.stage().ofErrand() && reply.errand().active())) {
            return reply.ask(reply.stage());
        }
        if (reply.emergencyOnly()) {
            return reply.ask(Stage.EMERGENCY_ONLY);
        }
        Category category = reply.form().category().orElse(Category.CALL_BACK);
        return reply.form(reply.form().as(category)).ask(Stage.OFFER);
    }
}
