package org.anteroom.agent.dialogue;

/** Who a caller is handed to, by what was asked and the hour. */
final class People {
    private final DialogueSettings settings;

    People(DialogueSettings settings) {
        this.settings = settings;
    }

    /** A person was asked for: the desk in hours, else a message. */
    Step person(Reply reply) {
        return reply.deskNow() ? reply.desk(Act.Reason.CALLER_ASKED) : nobodyNow(reply);
    }

    /** The clinician on call was asked for: as in hours, else as the practice decided. */
    Step clinicianOnCall(Reply reply) {
        if (reply.deskNow()) {
            return reply.desk(Act.Reason.CLINICIAN_ASKED);
        }
        return settings.connectClinicianOnCall() && !reply.transfersUsedUp()
                ? reply.onCall(Act.Reason.CLINICIAN_ASKED)
                : nobodyNow(reply);
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
        if (reply.stage().filling()) {
            return reply.ask(reply.stage());
        }
        if (reply.emergencyOnly()) {
            return reply.ask(Stage.EMERGENCY_ONLY);
        }
        Category category = reply.form().category().orElse(Category.CALL_BACK);
        return reply.form(reply.form().as(category)).ask(Stage.OFFER);
    }
}
