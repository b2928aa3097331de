package org.anteroom.agent.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.anteroom.agent.call.CallLog;
import org.anteroom.agent.notice.AlarmEvent;
import org.anteroom.agent.notice.AlarmLog;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.records.StoreException;

/** Answers what commands ask about messages, calls, emergencies, alarms and the people on call. Everything shown is audited by the room that
 *  owns it. Any thread.
 *
 *  @param inbox empty while the records can't be opened
 *  @param oncall empty where there is no line to ring anybody with
 *  @param board the on-call plan in force; empty where no service runs, whose files answer instead
 *  @param closures empty where no service runs, like the board
 *  @param toDesk the same
 *  @param callBacks empty while the records can't be opened
 *  @param book empty while the records can't be opened
 *  @param alarms empty where no service runs
 *  @param rehearsing what the PBX shows as the caller of drills and of doctor's check; empty where none are set up
 */
record Desk(
        Optional<Inbox> inbox,
        Optional<CallLog> calls,
        Optional<OncallDrill> oncall,
        Optional<OncallBoard> board,
        Optional<ClosureBoard> closures,
        Optional<DeskBoard> toDesk,
        Optional<CallBackDesk> callBacks,
        Optional<BookDesk> book,
        Optional<AlarmDesk> alarms,
        Optional<AlarmLog> alarmLog,
        Optional<EmergencyDesk> emergencies,
        Optional<String> rehearsing,
        ZoneId zone)
        implements ControlDesk {

    private static final int NEWEST = 100;
    private static final long ANSWER_SECONDS = 20;

    @Override
    public void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        switch (request.verb()) {
            case LIST_MESSAGES -> MessageLines.list(await(opened(inbox).list(actor, NEWEST)), zone)
                    .forEach(lines);
            case SHOW_MESSAGE -> MessageLines.show(
                            await(opened(inbox).show(actor, request.number()))
                                    .orElseThrow(() -> none("message", request.number())),
                            zone)
                    .forEach(lines);
            case LIST_CALLS -> CallLines.list(await(opened(calls).list(actor, NEWEST)), rehearsing, zone)
                    .forEach(lines);
            case SHOW_CALL -> CallLines.show(
                            await(opened(calls).show(actor, request.number()))
                                    .orElseThrow(() -> none("call", request.number())),
                            zone)
                    .forEach(lines);
            case TEST_ON_CALL -> oncall.orElseThrow(() -> Failure.failed("Nobody can be rung without the service."))
                    .run(actor, lines);
            case KEEP_ON_CALL_TEST -> oncall.orElseThrow(() -> Failure.failed("There is no plan without the service."))
                    .keep(request.number(), request.word("people"), actor);
            case SHOW_ON_CALL,
                    LIST_HAND_OVERS,
                    LIST_OVERRIDES,
                    ADD_OVERRIDE,
                    REMOVE_OVERRIDE,
                    CHANGED_PIN -> board.orElseThrow(() -> Failure.failed("There is no plan."))
                    .serve(request, actor, lines);
            case ADD_CLOSURE, LIST_CLOSURES, END_CLOSURE -> closures.orElseThrow(
                            () -> Failure.failed("There are no closures."))
                    .serve(request, actor, lines);
            case PUT_TO_DESK, SHOW_TO_DESK, END_TO_DESK -> toDesk.orElseThrow(
                            () -> Failure.failed("There is no desk without the service."))
                    .serve(request, actor, lines);
            case LIST_CALL_BACKS -> opened(callBacks).list(actor, zone, lines);
            case DONE_CALL_BACK -> opened(callBacks).done(request.number(), actor, lines);
            case LIST_BOOK,
                    CANCEL_APPOINTMENT,
                    IMPORT_PATIENTS,
                    IMPORT_APPOINTMENTS,
                    EXPORT_PATIENTS,
                    EXPORT_APPOINTMENTS,
                    EXPORT_PROVIDERS,
                    EXPORT_CALENDAR,
                    LIST_CALENDARS,
                    PROVIDER_OUT,
                    PROVIDER_IN,
                    LIST_PROVIDERS_OUT,
                    LIST_PATIENTS,
                    SET_PATIENT_PIN,
                    REMOVE_PATIENT_PIN,
                    ADD_PROXY,
                    LIST_PROXIES,
                    REMOVE_PROXY -> opened(book).serve(request, actor, lines);
            case LIST_ALARMS -> running().list(zone, lines);
            case ACK_ALARM -> running().acknowledge(request.number(), actor, lines);
            case TEST_ALARMS -> running().test(actor, lines);
            case RUN_DRILL, SCHEDULE_DRILL, REPORT_DRILLS, STANDING_FOR_DRILL, KEEP_DRILL -> throw Failure.failed(
                    "There are no drills: fill in the section [drill] of the configuration, or let the records be opened.");
            case SHOW_STATUS, DIFF_CONFIG, SHOW_LOG_LEVELS, SET_LOG_LEVEL -> throw Failure.failed(
                    "That is about a running service only.");
            case RELOAD -> throw Failure.failed("This service reads no configuration.");
            case LOG_ALARMS -> AlarmLines.log(log(), zone).forEach(lines);
            case LIST_EMERGENCIES, SHOW_EMERGENCY, JUDGE_EMERGENCY, EXPORT_EMERGENCIES, COUNT_WAKE_UPS -> opened(
                            emergencies)
                    .serve(request, actor, lines);
        }
    }

    private AlarmDesk running() throws Failure {
        return alarms.orElseThrow(() -> Failure.failed("There are no alarms without the service."));
    }

    private List<AlarmEvent> log() throws Failure {
        try {
            return opened(alarmLog).newest(NEWEST);
        } catch (StoreException e) {
            throw Failure.failed(e.sentence());
        }
    }

    private static <T> T opened(Optional<T> part) throws Failure {
        return part.orElseThrow(() -> Failure.failed("The records can't be opened now, the service runs for emergencies"
                + " only; its log says why and what to do."));
    }

    private static Failure none(String what, long number) {
        return Failure.failed("There is no " + what + " " + number + "; 'anteroom " + what + "s' lists them.");
    }

    /** Waits for the records, in the words for whoever asked. */
    static <T> T await(CompletableFuture<T> answer) throws Failure {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String why = e.getCause() == null
                    ? "unknown"
                    : String.valueOf(e.getCause().getMessage());
            throw Failure.failed(why);
        } catch (TimeoutException e) {
            throw Failure.failed("The records did not answer within " + ANSWER_SECONDS
                    + " s; check the disk and the service's log.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("Interrupted.");
        }
    }
}
