package org.anteroom.agent.dialogue;

import java.util.Optional;
import org.anteroom.agent.practice.book.Refusal;
import org.anteroom.agent.practice.reception.Found;
import org.anteroom.agent.practice.reception.Query;

/** What comes back of a commit, a transfer or an override. */
final class Outcomes {
    private final Reply reply;
    private final State state;

    Outcomes(Reply reply, State state) {
        this.reply = reply;
        this.state = state;
    }

    /** Only here is a message spoken of as saved. */
    Step committed() {
        Optional<Request> done = state.pending();
        if (done.isEmpty()) {
            return reply.nothing();
        }
        if (done.get() instanceof Request.InBook book && state.stage() == Stage.SAVING) {
            return Errands.changed(reply, book.change());
        }
        if (done.get() instanceof Request.CallBackOnFile && state.stage() == Stage.SAVING) {
            return CallingBack.promised(reply);
        }
        if (done.get() instanceof Request.Withdraw) {
            reply.errand(reply.errand().notStored());
            return state.stage() == Stage.SAVING
                    ? reply.say(TemplateId.REQUEST_WITHDRAWN).ask(Stage.FURTHER)
                    : reply.settled();
        }
        boolean message = message(done.get());
        if (message && state.stage() == Stage.SAVING && reply.errand().active()) {
            return Errands.saved(reply);
        }
        if (state.stage() != Stage.SAVING) {
            // It is done all the same: who comes back is not asked for it again.
            reply.visit(reply.errand().visit().spent());
            return (message || done.get() instanceof Request.InBook ? Errands.over(reply) : reply).settled();
        }
        Category kind = reply.form().category().orElse(Category.MESSAGE);
        if (message) {
            reply.form(reply.form().kept());
        }
        if (done.get() instanceof Request.PromiseCallBack promised) {
            // Nobody takes back a call that was promised: staff would still be waiting to make it.
            return reply.errand(reply.errand().notStored())
                    .sayPromised(promised.by())
                    .ask(Stage.FURTHER);
        }
        return message
                ? saved(reply, kind).ask(Stage.FURTHER)
                : reply.unrecorded().say(TemplateId.RECORDING_STOPPED).ask(state.back());
    }

    private static Reply saved(Reply reply, Category kind) {
        reply.errand(reply.errand().stored(kind)).say(TemplateId.MESSAGE_SAVED);
        return (kind.answered() ? reply.sayReached() : reply).sayRead();
    }

    Step commitFailed() {
        Optional<Request> failed = state.pending();
        if (failed.isEmpty()) {
            return reply.nothing();
        }
        if (state.stage() != Stage.SAVING) {
            return reply.settled();
        }
        if (failed.get() instanceof Request.InBook) {
            return reply.say(TemplateId.NOT_DONE).nearest(Act.Reason.COULD_NOT_SAVE);
        }
        if (failed.get() instanceof Request.Withdraw) {
            return reply.say(TemplateId.NOT_WITHDRAWN).ask(Stage.FURTHER);
        }
        return message(failed.get())
                ? reply.say(TemplateId.MESSAGE_NOT_SAVED).nearest(Act.Reason.COULD_NOT_SAVE)
                : reply.say(TemplateId.RECORDING_NOT_STOPPED).ask(state.back());
    }

    /** Nothing was changed. */
    Step refused(Refusal why) {
        boolean book = state.pending().map(Request.InBook.class::isInstance).orElse(false);
        return state.stage() == Stage.SAVING && book && reply.errand().active()
                ? Errands.refused(reply, why)
                : reply.settled();
    }

    /** An answer that nobody waits for any more changes nothing; a time that was kept for it is let go. */
    Step found(Found found) {
        if (state.stage() == Stage.LOOKING && reply.errand().active() && answers(found)) {
            return Errands.found(reply, found);
        }
        return found instanceof Found.Kept kept ? reply.letGo(kept.hold()) : reply.nothing();
    }

    private boolean answers(Found found) {
        return found instanceof Found.Unavailable
                || state.query().filter(query -> answers(query, found)).isPresent();
    }

    private static boolean answers(Query query, Found found) {
        if (query instanceof Query.Times) {
            return found instanceof Found.Times;
        }
        if (query instanceof Query.SendCode) {
            return found instanceof Found.CodeAsked;
        }
        return query instanceof Query.Stand
                ? found instanceof Found.Stands
                : found instanceof Found.Kept || found instanceof Found.Gone;
    }

    private static boolean message(Request request) {
        return request instanceof Request.TakeMessage
                || request instanceof Request.PromiseCallBack
                || request instanceof Request.CallBackOnFile;
    }

    /** Nobody took the call. Who could not be understood goes on to the clinician on call; others leave a message. */
    Step transferFailed() {
        if (state.stage() != Stage.CONNECTING || state.transfer().isEmpty()) {
            return reply.nothing();
        }
        reply.transferFailed();
        Act.Transfer failed = state.transfer().get();
        boolean desk = failed.to() == Destination.DESK;
        if (desk && needsSomebody(failed.reason()) && !reply.transfersUsedUp()) {
            return reply.say(TemplateId.DESK_FAILED).onCall(failed.reason());
        }
        reply.say(desk ? TemplateId.DESK_FAILED : TemplateId.ON_CALL_FAILED);
        if (failed.reason() == Act.Reason.COULD_NOT_SAVE || reply.emergencyOnly()) {
            return reply.say(TemplateId.GOODBYE_OFFICE_HOURS).end();
        }
        if (failed.reason() == Act.Reason.URGENT_PROVIDER) {
            // Read in the morning would be too late for it.
            return People.page(reply.understood());
        }
        if (reply.errand().active()) {
            return reply.understood().fill();
        }
        if (state.back().filling()) {
            return reply.understood().ask(state.back());
        }
        Category category = reply.form().category().orElse(Category.CALL_BACK);
        return reply.understood().form(reply.form().as(category)).ask(Stage.OFFER);
    }

    private static boolean needsSomebody(Act.Reason reason) {
        return switch (reason) {
            case NOT_UNDERSTOOD, ANY_KEY, LANGUAGE, COULD_NOT_SAVE -> true;
            case CALLER_ASKED, CLINICIAN_ASKED, PROVIDER, URGENT_PROVIDER -> false;
        };
    }

    /** The caller was given back: the message that was under way, or a new one. */
    Step resumed() {
        if (reply.emergencyOnly()) {
            return reply.ask(Stage.EMERGENCY_ONLY);
        }
        reply.understood();
        if (state.pending().isPresent()) {
            return reply.stillSaving();
        }
        Stage asked = state.stage().asking() ? state.stage() : state.back();
        if (reply.errand().active()) {
            return reply.fill();
        }
        if (asked.filling()) {
            return reply.ask(asked);
        }
        Category category = reply.form().category().orElse(Category.CALL_BACK);
        return reply.form(reply.form().as(category))
                .say(TemplateId.TAKING_MESSAGE)
                .fill();
    }
}
