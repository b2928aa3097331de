package org.anteroom.agent.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.config.Period;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.practice.reception.Query;

/**
 * One step being made: collects sentences and changes, and closes with exactly one act that is waited for, or the end.
 * Lives within one call of {@link Conversation#step}.
 */
final class Reply {
    /** After so many failed transfers nobody is tried again. */
    private static final int TRANSFERS = 2;
    /** Said once; what matters is what comes after them. */
    private static final Set<TemplateId> NOT_REPEATED = Set.of(
            TemplateId.SAYING_AGAIN,
            TemplateId.NOT_UNDERSTOOD,
            TemplateId.CANNOT_HEAR,
            TemplateId.PRESS_ANY_KEY,
            TemplateId.TAKE_YOUR_TIME);

    private final State before;
    private CallFacts facts;
    private final OfficeHours hours;
    private final OfficeAnswers answers;
    private final Instant now;
    private final Duration callBack;
    private final List<Act.Say> says = new ArrayList<>();
    private final List<Act> releases = new ArrayList<>();
    private boolean notUnderstood;
    private boolean keepSaid;
    private boolean stored;
    private Form form;
    private Errand errand;
    private Repairs repairs;
    private int failedTransfers;

    /** @param callBack within which a call-back is promised */
    Reply(State before, CallFacts facts, Duration callBack, Instant now) {
        this.before = before;
        this.facts = facts;
        this.hours = new OfficeHours(facts.office().hours(), now);
        this.answers = new OfficeAnswers(facts.office(), now);
        this.now = now;
        this.callBack = callBack;
        this.form = before.form();
        this.errand = before.errand();
        this.repairs = before.repairs();
        this.failedTransfers = before.failedTransfers();
    }

    // ---- what is known

    Stage stage() {
        return before.stage();
    }

    Form form() {
        return form;
    }

    Errand errand() {
        return errand;
    }

    Services services() {
        return facts.services();
    }

    /** Where the practice is, by its wall clock. */
    LocalDateTime here() {
        return facts.services().here(now);
    }

    OfferWords offerWords() {
        return new OfferWords(facts.services(), now);
    }

    Repairs repairs() {
        return repairs;
    }

    boolean openNow() {
        return hours.openNow();
    }

    /** What kind of time it is at the practice. */
    Period period() {
        return hours.period();
    }

    /** Whether a person at the desk can be tried now. */
    boolean deskNow() {
        return openNow() && facts.deskReachable() && !transfersUsedUp();
    }

    boolean transfersUsedUp() {
        return failedTransfers >= TRANSFERS;
    }

    /** What is gone on with, where we have called back. */
    Optional<ReturnCall> returned() {
        return facts.returned();
    }

    boolean recorded() {
        return facts.recorded();
    }

    boolean emergencyOnly() {
        return facts.emergencyOnly();
    }

    /** The number the call comes from, where one can be called back. */
    Optional<String> callerNumber() {
        return facts.callerNumber()
                .map(number -> number.replaceAll("[^0-9]", ""))
                .filter(digits -> digits.length() >= 7);
    }

    // ---- what is said

    Reply say(TemplateId id) {
        says.add(Act.Say.of(id));
        return this;
    }

    Reply sayPractice(TemplateId id) {
        says.add(Act.Say.of(id, Slot.PRACTICE, facts.office().practice()));
        return this;
    }

    Reply say(List<Act.Say> more) {
        says.addAll(more);
        return this;
    }

    Reply sayFact(Intent intent, List<String> words) {
        return say(answers.to(intent, words));
    }

    Reply sayClosed() {
        says.add(hours.holiday()
                .map(name -> Act.Say.of(TemplateId.OFFICE_CLOSED_HOLIDAY, Slot.HOLIDAY, name))
                .orElse(Act.Say.of(TemplateId.OFFICE_CLOSED)));
        hours.opens().ifPresent(when -> says.add(Act.Say.of(TemplateId.OPENS, Slot.WHEN, when)));
        return this;
    }

    /** That the caller will be called, where there is a number that was confirmed; and else that nobody can call. */
    Reply sayReached() {
        return say(reachable() ? TemplateId.WILL_BE_CALLED : TemplateId.NO_NUMBER);
    }

    /** Whether the caller has said yes to a number. */
    boolean reachable() {
        return form.confirmed() && numberKnown();
    }

    /** When the office will read it, where that is known. */
    Reply sayRead() {
        hours.willRead().ifPresent(when -> says.add(Act.Say.of(TemplateId.WILL_READ, Slot.WHEN, when)));
        return this;
    }

    Reply sayPromised(Instant by) {
        return say(TemplateId.MESSAGE_SAVED)
                .say(List.of(Act.Say.of(TemplateId.CALL_BACK_PROMISED, Slot.WHEN, hours.moment(by))));
    }

    // ---- what changes

    Reply form(Form changed) {
        form = changed;
        return this;
    }

    Reply errand(Errand changed) {
        errand = changed;
        return this;
    }

    Reply who(Who changed) {
        return errand(errand.who(changed));
    }

    Reply visit(Visiting changed) {
        return errand(errand.visit(changed));
    }

    Reply repairs(Repairs changed) {
        repairs = changed;
        return this;
    }

    Reply understood() {
        return repairs(repairs.understood());
    }

    /** The call is not recorded any more. */
    Reply unrecorded() {
        facts = facts.unrecorded();
        return this;
    }

    /** What was on its way to the disk is there. */
    Reply settling() {
        stored = true;
        return this;
    }

    Reply transferFailed() {
        failedTransfers++;
        return this;
    }

    Reply notUnderstood() {
        notUnderstood = true;
        return this;
    }

    // ---- how it closes

    /** Nothing is said; what was awaited is still awaited. */
    Step nothing() {
        return new Step(
                state(before.stage(), before.back(), before.pending(), before.query(), before.transfer()), List.of());
    }

    /** Asks the question of a stage. */
    Step ask(Stage stage) {
        Optional<Also> also = errand.later().also();
        if (stage == Stage.FURTHER && also.isPresent()) {
            return Also.begin(this, also.get());
        }
        return say(question(stage).ask()).listen(stage);
    }

    /** Asks again what was asked, with more help. */
    Step askAgain() {
        return say(question(stage()).again()).listen(stage());
    }

    Step help() {
        return say(question(stage()).help()).listen(stage());
    }

    /** Says the last sentences once more. */
    Step repeat() {
        keepSaid = true;
        List<Act.Say> same = before.said().stream().map(Act.Say::repeated).toList();
        return say(same.isEmpty() ? question(stage()).ask() : same).listen(stage());
    }

    /** Listens for an answer to what has just been said. */
    Step listen(Stage stage) {
        if (stage.filling() || stage == Stage.OFFER) {
            errand = errand.notStored();
        }
        Listen listen = question(stage).listen(stage, services(), repairs.speechless());
        return close(stage, stage, listen);
    }

    /** Asks for what the errand, or the message, still needs. */
    Step fill() {
        if (errand.active()) {
            return Errands.next(this);
        }
        return ask(form.category().isPresent() ? form.missing(callerNumber().isPresent()) : Stage.FURTHER);
    }

    /** Asks the practice's records; the answer goes on from the stage that is asked now. */
    Step lookUp(Query query) {
        Stage back = stage().asking() ? stage() : before.back();
        return close(Stage.LOOKING, back, new Act.LookUp(query));
    }

    /** @param back the stage to go on with, once it is committed or not */
    Step commit(Request request, Stage back) {
        return close(Stage.SAVING, back, new Act.Commit(request));
    }

    /** Commits the message; one for the clinician on call with the promise, if there is a number to keep it by. */
    Step save() {
        if (page() && !numberKnown()) {
            form = form.as(Category.CALL_BACK);
        }
        Request.TakeMessage message = form.finished(details(), refillFor());
        return commit(page() ? new Request.PromiseCallBack(message, callBackBy()) : message, Stage.FURTHER);
    }

    /** A clinician must know who asks for a patient's medicine, and whether it was asked for before. */
    private Optional<Claim> refillFor() {
        return errand.job().filter(job -> job == Job.REFILL).map(job -> errand.who()
                .claim(form, callerNumber()));
    }

    private boolean page() {
        return form.category().equals(Optional.of(Category.PAGE));
    }

    private boolean numberKnown() {
        return form.callBack().map(number -> !number.isBlank()).orElse(false);
    }

    private Instant callBackBy() {
        return OfficeHours.spokenMark(now.plus(callBack));
    }

    Step desk(Act.Reason reason) {
        return say(TemplateId.TO_DESK).transfer(new Act.Transfer(Destination.DESK, reason));
    }

    Step onCall(Act.Reason reason) {
        return say(TemplateId.TO_ON_CALL).transfer(new Act.Transfer(Destination.ON_CALL, reason));
    }

    /** A patient may be in danger elsewhere: whoever is on call, at any hour, however often nobody answered. */
    Step urgent() {
        return onCall(Act.Reason.URGENT_PROVIDER);
    }

    /** Comfort while a phone rings; what was awaited is still awaited. */
    Step stillConnecting() {
        Act.Say comfort = Act.Say.of(TemplateId.STILL_CONNECTING);
        return new Step(nothing().state(), List.of(comfort));
    }

    /** The desk while it can be had, else whoever is on call, at night too; after two failures an honest goodbye. */
    Step nearest(Act.Reason reason) {
        if (transfersUsedUp()) {
            return say(TemplateId.GOODBYE_OFFICE_HOURS).end();
        }
        return deskNow() ? desk(reason) : onCall(reason);
    }

    /** Says what is to be said and hangs up; what is known of a message stays for staff. */
    Step end() {
        List<Act> acts = new ArrayList<>();
        // Of a recording that is being stopped nothing is left to wait for.
        Optional<Request> saving =
                before.pending().filter(request -> !stored && !(request instanceof Request.StopRecording));
        boolean unfinished = form.worthKeeping() && saving.isEmpty();
        Optional<Request> known = unfinished ? Optional.of(unfinished()) : alsoWanted();
        known.filter(request -> !facts.emergencyOnly()).map(Act.Commit::new).ifPresent(acts::add);
        if (saving.isEmpty()) {
            release(errand.visit());
        }
        acts.addAll(releases);
        acts.addAll(says);
        acts.add(new Act.End());
        // Should it be refused after all, what is known of it is kept then.
        return new Step(resting(Stage.ENDED, Stage.ENDED, saving), acts);
    }

    /** What staff read beside the message. */
    private List<Detail> details() {
        return Stream.concat(ErrandDetails.of(errand, services()).stream(), reach().stream())
                .toList();
    }

    /** That there is no number which the caller has said yes to, where it is so. */
    private List<Detail> reach() {
        if (reachable()) {
            return List.of();
        }
        List<Detail> details = new ArrayList<>();
        String known = numberKnown() ? "the number was not confirmed" : "the caller left no number";
        details.add(new Detail("call back", known));
        callerNumber().ifPresent(number -> details.add(new Detail("calls from", number)));
        return details;
    }

    /** Whoever is being rung, or has the call, needs no page; nobody is rung at a number that may be a stranger's. */
    private Request unfinished() {
        boolean paged = stage().asking() && page() && reachable();
        List<Detail> details = new ArrayList<>(details());
        errand.later().also().ifPresent(also -> details.add(new Detail("also wants", Requests.text(also.said()))));
        Request.IncompleteRequest known = form.unfinished(details);
        return paged ? new Request.PageUnfinished(known, callBackBy()) : known;
    }

    /** The caller is gone, and what was to be committed was not: what is known of it stays for staff. */
    Step lost() {
        List<Act> acts =
                form.worthKeeping() && !facts.emergencyOnly() ? List.of(new Act.Commit(unfinished())) : List.of();
        return new Step(resting(Stage.ENDED, Stage.ENDED, Optional.empty()), acts);
    }

    /** Says nothing until told to go on. */
    Step suspend() {
        Stage back = before.stage().asking() ? before.stage() : before.back();
        return new Step(resting(Stage.SUSPENDED, back, before.pending()), List.of());
    }

    /** What the caller wanted as well is left for staff, who would know of it from nothing else. */
    private Optional<Request> alsoWanted() {
        return errand.later().also().map(also -> form.kept()
                .as(also.category())
                .adding(Requests.text(also.said()), also.said().clip())
                .unfinished(reach()));
    }

    /** Lets go of a time that is not wanted any more; nobody waits for that. */
    Reply release(Visiting visit) {
        visit.kept().map(Act.LetGo::new).ifPresent(releases::add);
        return this;
    }

    /** A time that was kept for somebody who does not wait for it any more; what was awaited is still awaited. */
    Step letGo(Hold hold) {
        return new Step(nothing().state(), List.of(new Act.LetGo(hold)));
    }

    /** What was being committed when the call was taken over is still on its way. */
    Step stillSaving() {
        return new Step(resting(Stage.SAVING, before.back(), before.pending()), List.of());
    }

    /** Nobody needs the answer to a commit any more. */
    Step settled() {
        return new Step(
                state(before.stage(), before.back(), Optional.empty(), before.query(), before.transfer()), List.of());
    }

    private Step transfer(Act.Transfer transfer) {
        Stage back = stage().asking() ? stage() : before.back();
        return close(Stage.CONNECTING, back, transfer);
    }

    /** What is waited for is what the last act leaves. */
    private Step close(Stage stage, Stage back, Act awaited) {
        List<Act> acts = new ArrayList<>(releases);
        acts.addAll(says);
        if (notUnderstood) {
            acts.add(new Act.NotUnderstood());
        }
        acts.add(awaited);
        State state = state(
                stage,
                back,
                awaited instanceof Act.Commit commit ? Optional.of(commit.request()) : Optional.empty(),
                awaited instanceof Act.LookUp asked ? Optional.of(asked.query()) : Optional.empty(),
                awaited instanceof Act.Transfer transfer ? Optional.of(transfer) : Optional.empty());
        return new Step(state, acts);
    }

    /** Nothing is waited for but what is still on its way to the disk. */
    private State resting(Stage stage, Stage back, Optional<Request> pending) {
        return state(stage, back, pending, Optional.empty(), Optional.empty());
    }

    private State state(
            Stage stage,
            Stage back,
            Optional<Request> pending,
            Optional<Query> query,
            Optional<Act.Transfer> transfer) {
        List<Act.Say> remembered =
                says.stream().filter(say -> !NOT_REPEATED.contains(say.id())).toList();
        return new State(
                stage,
                back,
                Optional.of(facts),
                form,
                errand,
                repairs,
                keepSaid || remembered.isEmpty() ? before.said() : remembered,
                pending,
                query,
                transfer,
                failedTransfers);
    }

    private Question question(Stage stage) {
        return stage.ofErrand() ? ErrandQuestion.at(stage, this) : Question.at(stage, form, deskNow());
    }
}
