package org.anteroom.agent.dialogue;

import java.util.Locale;
import java.util.Set;
import org.anteroom.agent.config.FailedSentence;

/**
 * Every sentence the agent can speak, by name: where it stands in the catalogue and which slots it needs. Its words are
 * in the catalogue files; a name without words, or words without a name, fails the build.
 */
public enum TemplateId {
    GREETING_EMERGENCY(Section.GREETING),
    GREETING_PRACTICE(Section.GREETING, Slot.PRACTICE),
    GREETING_RECORDED(Section.GREETING),
    GREETING_SPANISH(Section.GREETING),
    HOW_CAN_I_HELP(Section.GREETING),

    /** Within a second of an alarm, and every ten seconds until the bridge. */
    CONNECTING(Section.EMERGENCY),
    /** Who took the call has put it on hold: at once, and every ten seconds until they are back. */
    ON_HOLD(Section.EMERGENCY),
    /** Every target failed: the line stays open and targets are tried again. */
    ALL_FAILED_CALL_911(Section.EMERGENCY),
    /** The same, where the practice chose to name 988 beside 911. */
    ALL_FAILED_CALL_911_OR_988(Section.EMERGENCY),
    /** The whole of what is offered when records or configuration are broken. */
    EMERGENCY_ONLY(Section.EMERGENCY),
    EMERGENCY_ONLY_AGAIN(Section.EMERGENCY),

    BOUNDARY_CLINICAL(Section.BOUNDARY),
    BOUNDARY_RESULTS(Section.BOUNDARY),

    HOURS_TODAY(Section.FACTS, Slot.HOURS),
    CLOSED_TODAY(Section.FACTS),
    HOURS_ON(Section.FACTS, Slot.DAY, Slot.HOURS),
    CLOSED_ON(Section.FACTS, Slot.DAY),
    /** After any sentence that says the office is closed. */
    OPENS(Section.FACTS, Slot.WHEN),
    HOURS_WEEK(Section.FACTS, Slot.WEEK),
    CLOSED_DAYS(Section.FACTS, Slot.DAYS),
    NO_CLOSED_DAYS(Section.FACTS),
    ADDRESS_IS(Section.FACTS, Slot.ADDRESS),
    DIRECTIONS_ARE(Section.FACTS, Slot.DIRECTIONS),
    PHONE_IS(Section.FACTS, Slot.PHONE),
    FAX_IS(Section.FACTS, Slot.FAX),
    PARKING_IS(Section.FACTS, Slot.PARKING),
    PREPARATION_IS(Section.FACTS, Slot.NOTE),
    PAYER_TAKEN(Section.FACTS, Slot.PAYER),
    PAYERS_ARE(Section.FACTS, Slot.PAYERS),
    PROVIDERS_ARE(Section.FACTS, Slot.PROVIDERS),
    /** The insurance that was asked about is not one of the practice's list. */
    PAYER_UNKNOWN(Section.FACTS),
    FACT_UNKNOWN(Section.FACTS),
    ANYTHING_ELSE(Section.FACTS),

    TAKING_MESSAGE(Section.MESSAGE),
    TAKING_APPOINTMENT(Section.MESSAGE),
    TAKING_REFILL(Section.MESSAGE),
    TAKING_INSURANCE(Section.MESSAGE),
    TAKING_BILLING(Section.MESSAGE),
    TAKING_RECORDS(Section.MESSAGE),
    TAKING_PAGE(Section.MESSAGE),
    THANKS(Section.MESSAGE),
    ASK_NAME(Section.MESSAGE),
    ASK_NAME_AGAIN(Section.MESSAGE),
    ASK_SAME_NUMBER(Section.MESSAGE),
    ASK_NUMBER(Section.MESSAGE),
    /** Where none was heard yet. */
    ASK_NUMBER_DIGITS(Section.MESSAGE),
    ASK_NUMBER_AGAIN(Section.MESSAGE),
    ASK_NUMBER_KEYS(Section.MESSAGE),
    READ_NUMBER(Section.MESSAGE, Slot.NUMBER),
    ASK_ABOUT(Section.MESSAGE),
    ASK_ABOUT_AGAIN(Section.MESSAGE),
    ASK_MORE(Section.MESSAGE),
    ASK_MORE_NOW(Section.MESSAGE),
    MESSAGE_SAVED(Section.MESSAGE),
    /** After {@link #MESSAGE_SAVED}, where the next opening is known. */
    WILL_READ(Section.MESSAGE, Slot.WHEN),
    /** After what is saved, only with a number that the caller has confirmed. */
    WILL_BE_CALLED(Section.MESSAGE),
    /** The same, where the caller gave none. */
    NO_NUMBER(Section.MESSAGE),
    /** What was only begun is not wanted any more. */
    REQUEST_DROPPED(Section.MESSAGE),
    /** What staff had is not wanted any more: only when it is settled on disk. */
    REQUEST_WITHDRAWN(Section.MESSAGE),
    NOT_WITHDRAWN(Section.MESSAGE),
    /** Before the second of two wishes in one sentence is seen to. */
    ALSO_BOOK(Section.MESSAGE),
    ALSO_MOVE(Section.MESSAGE),
    ALSO_CANCEL(Section.MESSAGE),
    ALSO_CONFIRM(Section.MESSAGE),
    ALSO_REFILL(Section.MESSAGE),
    ALSO_INSURANCE(Section.MESSAGE),
    ALSO_BILLING(Section.MESSAGE),
    ALSO_RECORDS(Section.MESSAGE),
    ALSO_MESSAGE(Section.MESSAGE),
    /** After {@link #MESSAGE_SAVED}, only when the promise is on disk. */
    CALL_BACK_PROMISED(Section.MESSAGE, Slot.WHEN),
    MESSAGE_NOT_SAVED(Section.MESSAGE),
    RECORDING_STOPPED(Section.MESSAGE),
    RECORDING_NOT_STOPPED(Section.MESSAGE),
    NOT_RECORDED(Section.MESSAGE),
    /** To who asks; and how it is ended. */
    IS_RECORDED(Section.MESSAGE),

    ASK_VISIT(Section.APPOINTMENT, Slot.VISITS),
    ASK_VISIT_AGAIN(Section.APPOINTMENT, Slot.VISITS),
    ASK_FIRST_VISIT(Section.APPOINTMENT),
    ASK_WHEN(Section.APPOINTMENT),
    ASK_WHEN_AGAIN(Section.APPOINTMENT),
    HELP_WHEN(Section.APPOINTMENT),
    OFFER_ONE(Section.APPOINTMENT, Slot.TIME),
    OFFER_TWO(Section.APPOINTMENT, Slot.TIME, Slot.OTHER_TIME),
    OFFER_THREE(Section.APPOINTMENT, Slot.TIME, Slot.OTHER_TIME, Slot.THIRD_TIME),
    HELP_CHOICE(Section.APPOINTMENT),
    /** Other times than were asked for; said after why. */
    INSTEAD_ONE(Section.APPOINTMENT, Slot.TIME),
    INSTEAD_TWO(Section.APPOINTMENT, Slot.TIME, Slot.OTHER_TIME),
    INSTEAD_THREE(Section.APPOINTMENT, Slot.TIME, Slot.OTHER_TIME, Slot.THIRD_TIME),
    /** Before other times are offered: what was asked for. */
    NOTHING_WHEN(Section.APPOINTMENT, Slot.WHEN),
    /** The same where it takes too many words. */
    NOTHING_THEN(Section.APPOINTMENT),
    /** A day was named that its month doesn't have. */
    NO_SUCH_DAY(Section.APPOINTMENT, Slot.DAY),
    /** Another kind of visit was asked for. */
    FIRST_VISIT_IS(Section.APPOINTMENT, Slot.VISIT),
    NOTHING_AT_ALL(Section.APPOINTMENT),
    NOTHING_TODAY(Section.APPOINTMENT),
    JUST_TAKEN(Section.APPOINTMENT),
    STAFF_BOOKS(Section.APPOINTMENT),
    CONFIRM_VISIT(Section.APPOINTMENT, Slot.VISIT, Slot.TIME),
    CONFIRM_VISIT_BORN(Section.APPOINTMENT, Slot.VISIT, Slot.TIME, Slot.BIRTH),
    /** With whom it is for, as this caller said. */
    CONFIRM_VISIT_FOR(Section.APPOINTMENT, Slot.PATIENT, Slot.VISIT, Slot.TIME),
    CONFIRM_VISIT_FOR_BORN(Section.APPOINTMENT, Slot.PATIENT, Slot.BIRTH, Slot.VISIT, Slot.TIME),
    CONFIRM_VISIT_ANIMAL(Section.APPOINTMENT, Slot.ANIMAL, Slot.VISIT, Slot.TIME),
    CONFIRM_VISIT_ANIMAL_OF(Section.APPOINTMENT, Slot.ANIMAL, Slot.OWNER, Slot.VISIT, Slot.TIME),
    HELP_CONFIRM_VISIT(Section.APPOINTMENT),
    ASK_CHANGE(Section.APPOINTMENT),
    /** Only when it is in the book. */
    VISIT_MADE(Section.APPOINTMENT, Slot.TIME),
    /** Only when it is in the book, for staff to say yes. */
    VISIT_PROPOSED(Section.APPOINTMENT, Slot.TIME),
    /** Both where nobody can be called. */
    VISIT_MADE_UNREACHED(Section.APPOINTMENT, Slot.TIME),
    VISIT_PROPOSED_UNREACHED(Section.APPOINTMENT, Slot.TIME),
    /** Given up before a yes. */
    VISIT_NOT_MADE(Section.APPOINTMENT),
    VISIT_TO_CANCEL(Section.APPOINTMENT, Slot.TIME),
    VISIT_TO_MOVE(Section.APPOINTMENT, Slot.TIME),
    VISIT_TO_CONFIRM(Section.APPOINTMENT, Slot.TIME),
    CONFIRM_MOVE(Section.APPOINTMENT, Slot.TIME),
    WHICH_OF_TWO(Section.APPOINTMENT, Slot.TIME, Slot.OTHER_TIME),
    WHICH_OF_THREE(Section.APPOINTMENT, Slot.TIME, Slot.OTHER_TIME, Slot.THIRD_TIME),
    HELP_WHICH(Section.APPOINTMENT),
    /** Only when the book has it so. */
    VISIT_MOVED(Section.APPOINTMENT, Slot.TIME),
    VISIT_CANCELLED(Section.APPOINTMENT),
    VISIT_CONFIRMED(Section.APPOINTMENT),
    VISIT_STAYS(Section.APPOINTMENT),
    NO_VISIT(Section.APPOINTMENT),
    /** The practice's rule about notice. */
    TOO_LATE(Section.APPOINTMENT),
    /** The office will do it, because the proof is not enough: whoever is asked for. */
    TAKING_CHANGE(Section.APPOINTMENT),
    ASK_WHICH_VISIT(Section.APPOINTMENT),
    ASK_WHICH_VISIT_AGAIN(Section.APPOINTMENT),
    REQUEST_SAVED(Section.APPOINTMENT),
    /** The records can't be asked, or written. */
    NOT_DONE(Section.APPOINTMENT),

    ASK_BIRTH(Section.IDENTITY),
    ASK_PATIENT_BIRTH(Section.IDENTITY),
    ASK_BIRTH_AGAIN(Section.IDENTITY),
    HELP_BIRTH(Section.IDENTITY),
    ASK_PATIENT_NAME(Section.IDENTITY),
    ASK_PATIENT_NAME_AGAIN(Section.IDENTITY),
    ASK_ANIMAL(Section.IDENTITY),
    ASK_ANIMAL_AGAIN(Section.IDENTITY),
    ASK_PIN(Section.IDENTITY),
    ASK_PIN_AGAIN(Section.IDENTITY),
    PIN_NOT_RIGHT(Section.IDENTITY),
    /** A text with a code is on its way, or isn't: the same to whoever asks. */
    ASK_CODE(Section.IDENTITY),
    ASK_CODE_AGAIN(Section.IDENTITY),
    CODE_NOT_RIGHT(Section.IDENTITY),
    ASK_CALL_BACK(Section.IDENTITY),
    /** Only when the request for staff is on disk. */
    CALL_BACK_COMING(Section.IDENTITY),
    /** The same to who gave no number and hides the one they call from. */
    CALL_BACK_COMING_UNREACHED(Section.IDENTITY),
    /** To whoever answers a call back, until the key comes: nothing of the patient, nor which practice calls. */
    RETURN_ANNOUNCE(Section.IDENTITY),
    RETURN_BIRTH_AGAIN(Section.IDENTITY),
    RETURN_ANIMAL_AGAIN(Section.IDENTITY),
    /** The call back came to nothing: staff have had the request all along. */
    RETURN_WITH_OFFICE(Section.IDENTITY),

    ASK_PAYER(Section.INSURANCE),
    ASK_PAYER_AGAIN(Section.INSURANCE),
    ASK_MEMBER_ID(Section.INSURANCE),
    ASK_MEMBER_ID_AGAIN(Section.INSURANCE),
    READ_MEMBER_ID(Section.INSURANCE, Slot.MEMBER_ID),
    ASK_GROUP(Section.INSURANCE),
    ASK_GROUP_AGAIN(Section.INSURANCE),
    ASK_OWN_PLAN(Section.INSURANCE),
    ASK_SUBSCRIBER(Section.INSURANCE),
    ASK_SUBSCRIBER_AGAIN(Section.INSURANCE),
    INSURANCE_SAVED(Section.INSURANCE),

    ASK_REFILL(Section.REFILL),
    ASK_REFILL_AGAIN(Section.REFILL),
    ASK_PHARMACY(Section.REFILL),
    ASK_PHARMACY_AGAIN(Section.REFILL),
    REFILL_SAVED(Section.REFILL),

    TO_DESK(Section.PERSON),
    TO_ON_CALL(Section.PERSON),
    STILL_CONNECTING(Section.PERSON),
    /** The service stops, and the desk can take the call. */
    STOPPING_TO_DESK(Section.PERSON),
    DESK_FAILED(Section.PERSON),
    ON_CALL_FAILED(Section.PERSON),
    OFFICE_CLOSED(Section.PERSON),
    OFFICE_CLOSED_HOLIDAY(Section.PERSON, Slot.HOLIDAY),
    OFFER_MESSAGE(Section.PERSON),
    OFFER_MESSAGE_OR_PERSON(Section.PERSON),

    NOT_UNDERSTOOD(Section.FALLBACK),
    CANNOT_HEAR(Section.FALLBACK),
    PRESS_ANY_KEY(Section.FALLBACK),
    SAYING_AGAIN(Section.FALLBACK),
    TAKE_YOUR_TIME(Section.FALLBACK),
    /** Said while something the caller waits for takes longer than two seconds. */
    ONE_MOMENT(Section.FALLBACK),
    I_AM_AUTOMATED(Section.FALLBACK),
    /** Only while the desk can be had. */
    PERSON_TO_BE_HAD(Section.FALLBACK),
    PRACTICE_IS(Section.FALLBACK, Slot.PRACTICE),
    HELP_OPEN(Section.FALLBACK),
    HELP_YES_NO(Section.FALLBACK),
    HELP_NAME(Section.FALLBACK),
    HELP_NUMBER(Section.FALLBACK),
    HELP_ABOUT(Section.FALLBACK),
    HELP_OFFER(Section.FALLBACK),

    GOODBYE(Section.GOODBYE, Slot.PRACTICE),
    WRONG_NUMBER(Section.GOODBYE, Slot.PRACTICE),
    GOODBYE_UNHEARD(Section.GOODBYE),
    /** The service stops, and nobody can take the call: who calls again gets the PBX's fall-back. */
    GOODBYE_STOPPING(Section.GOODBYE),
    GOODBYE_OFFICE_HOURS(Section.GOODBYE),
    /** An ordinary call has lasted long, and nobody can take it. */
    CALL_ENDS_SOON(Section.GOODBYE),

    ON_CALL_ANNOUNCE(Section.ON_CALL, Slot.PRACTICE),
    ON_CALL_TAKEN(Section.ON_CALL),
    ON_CALL_NEXT(Section.ON_CALL),
    ON_CALL_NOBODY_ELSE(Section.ON_CALL),
    ON_CALL_NOTED(Section.ON_CALL),
    ON_CALL_SERVICE(Section.ON_CALL),
    ON_CALL_SERVICE_FAILED(Section.ON_CALL),
    ON_CALL_NO_SERVICE(Section.ON_CALL),
    ON_CALL_CALLER_LEFT(Section.ON_CALL),
    ON_CALL_DISCLOSE(Section.ON_CALL, Slot.CATEGORY, Slot.NUMBER),
    ON_CALL_DISCLOSE_UNKNOWN(Section.ON_CALL, Slot.CATEGORY),
    ON_CALL_HUNG_UP(Section.ON_CALL),
    ON_CALL_NUMBER(Section.ON_CALL, Slot.NUMBER),
    ON_CALL_NUMBER_UNKNOWN(Section.ON_CALL),
    ON_CALL_TEST(Section.ON_CALL, Slot.PRACTICE),
    ON_CALL_TEST_DONE(Section.ON_CALL),
    ON_CALL_DRILL(Section.ON_CALL, Slot.PRACTICE),

    /** What a phone of the alarms is told; patients never hear these. */
    ALARM_NOBODY_ANSWERS(Section.ON_CALL, Slot.PRACTICE),
    ALARM_CALL_CUT(Section.ON_CALL, Slot.PRACTICE),
    ALARM_RECORDS(Section.ON_CALL, Slot.PRACTICE),
    ALARM_EMERGENCY_ONLY(Section.ON_CALL, Slot.PRACTICE),
    ALARM_NOT_ANSWERING(Section.ON_CALL, Slot.PRACTICE),
    ALARM_OTHER(Section.ON_CALL, Slot.PRACTICE),
    ALARM_TEST(Section.ON_CALL, Slot.PRACTICE),
    ALARM_NOTED(Section.ON_CALL),

    /** To whoever is on call, and again at half-time. */
    CALL_BACK_ASKED(Section.ON_CALL, Slot.PRACTICE),
    /** To the contact, when a promised call-back is overdue. */
    CALL_BACK_OVERDUE(Section.ON_CALL, Slot.PRACTICE),
    /** After the number. */
    CALL_BACK_KEY(Section.ON_CALL),
    CALL_BACK_NOTED(Section.ON_CALL),
    CALL_BACK_NOT_NOTED(Section.ON_CALL),

    /** Handing over by phone: to people of the rotas alone. */
    DUTY_WELCOME(Section.ON_CALL),
    DUTY_WRONG_PIN(Section.ON_CALL),
    DUTY_LOCKED(Section.ON_CALL),
    DUTY_ROTA(Section.ON_CALL, Slot.ROTA, Slot.KEY),
    DUTY_ON_CALL(Section.ON_CALL, Slot.WHO, Slot.ROTA),
    DUTY_GIVE(Section.ON_CALL, Slot.WHO, Slot.KEY),
    DUTY_TAKE(Section.ON_CALL, Slot.WHO, Slot.KEY),
    DUTY_UNTIL(Section.ON_CALL, Slot.WHEN, Slot.KEY),
    DUTY_CONFIRM(Section.ON_CALL, Slot.WHO, Slot.WHEN, Slot.KEY),
    DUTY_CALLING(Section.ON_CALL, Slot.WHO),
    DUTY_STILL_CALLING(Section.ON_CALL, Slot.WHO),
    DUTY_NOTHING(Section.ON_CALL),
    /** To whoever is asked to take it, until a key comes. */
    DUTY_ASKED(Section.ON_CALL, Slot.WHO, Slot.WHEN, Slot.KEY),
    /** To the taker, only when it is kept. */
    DUTY_YOURS(Section.ON_CALL, Slot.WHEN),
    /** To the giver, only when it is kept. */
    DUTY_DONE(Section.ON_CALL, Slot.WHO, Slot.WHEN),
    DUTY_NOT_TAKEN(Section.ON_CALL, Slot.WHO),
    DUTY_HOLE(Section.ON_CALL),
    DUTY_NOT_NOW(Section.ON_CALL),
    /** Behind an outcome that is told by phone. */
    DUTY_HEARD(Section.ON_CALL, Slot.KEY),

    /** Overrides by phone: to staff with a PIN alone. */
    STAFF_WELCOME(Section.STAFF),
    STAFF_MENU_DESK(Section.STAFF),
    STAFF_MENU_CLOSE(Section.STAFF),
    STAFF_MENU_OUT(Section.STAFF),
    STAFF_MENU_IN_FORCE(Section.STAFF),
    STAFF_MENU_LIFT(Section.STAFF),
    STAFF_FOR(Section.STAFF, Slot.WHO, Slot.KEY),
    STAFF_MORE(Section.STAFF),
    STAFF_BACK(Section.STAFF),
    /** What is about to be done, before {@link #STAFF_CONFIRM}. */
    STAFF_DESK_ASKED(Section.STAFF, Slot.WHEN),
    STAFF_CLOSED_ASKED(Section.STAFF, Slot.WHEN),
    STAFF_OUT_ASKED(Section.STAFF, Slot.WHO),
    STAFF_OUT_KEEPS(Section.STAFF),
    STAFF_CONFIRM(Section.STAFF),
    /** Only when it is kept, before what is in force. */
    STAFF_DONE(Section.STAFF),
    STAFF_DESK(Section.STAFF, Slot.WHEN),
    STAFF_CLOSED(Section.STAFF, Slot.WHEN),
    STAFF_OUT(Section.STAFF, Slot.WHO),
    STAFF_NOTHING(Section.STAFF),
    STAFF_LIFT_DESK(Section.STAFF, Slot.KEY),
    STAFF_LIFT_CLOSED(Section.STAFF, Slot.KEY),
    STAFF_LIFT_OUT(Section.STAFF, Slot.WHO, Slot.KEY),
    STAFF_END_DESK(Section.STAFF),
    STAFF_END_CLOSED(Section.STAFF),
    STAFF_END_OUT(Section.STAFF, Slot.WHO),
    /** Only when it is kept. */
    STAFF_DESK_OVER(Section.STAFF),
    STAFF_CLOSED_OVER(Section.STAFF),
    STAFF_BACK_IN(Section.STAFF, Slot.WHO),
    STAFF_AFFECTED_NONE(Section.STAFF),
    STAFF_AFFECTED_ONE(Section.STAFF),
    STAFF_AFFECTED(Section.STAFF, Slot.COUNT),
    STAFF_HEAR(Section.STAFF),
    STAFF_APPOINTMENT(Section.STAFF, Slot.WHEN),
    STAFF_NEXT(Section.STAFF),
    STAFF_LAST(Section.STAFF);

    private final Section section;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, which its type doesn't say
    private final Set<Slot> slots;

    TemplateId(Section section, Slot... slots) {
        this.section = section;
        this.slots = Set.of(slots);
    }

    public Section section() {
        return section;
    }

    /** Exactly the slots its words hold. */
    public Set<Slot> slots() {
        return slots;
    }

    /** What a caller hears when nobody took an emergency, as the practice chose. */
    public static TemplateId allFailed(FailedSentence chosen) {
        return switch (chosen) {
            case CALL_911 -> ALL_FAILED_CALL_911;
            case CALL_911_OR_988 -> ALL_FAILED_CALL_911_OR_988;
        };
    }

    /** The name in the catalogue files: {@code ask-name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when no slot is needed, so that it can be rendered in the build. */
    public boolean fixed() {
        return slots.isEmpty();
    }

    /** True when the practice's name is all it needs, so that it can be rendered when the service starts. */
    public boolean ofPractice() {
        return slots.equals(Set.of(Slot.PRACTICE));
    }
}
