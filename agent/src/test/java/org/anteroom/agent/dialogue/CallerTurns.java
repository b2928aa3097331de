package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What callers of a front desk say: mostly something that answers what they were asked, else anything. */
final class CallerTurns {
    private static final List<String> DIGITS =
            List.of("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> REQUESTS = List.of(
            "C: i need to book a cleaning",
            "C: i'd like to make an appointment",
            "C: can i get a checkup next tuesday in the afternoon with doctor lee",
            "C: my name is helen parker and i want to cancel my appointment",
            "C: i have to cancel my appointment on tuesday",
            "C: i need to move my appointment to next thursday",
            "C: i want to reschedule my appointment",
            "C: i'm calling to confirm my appointment",
            "C: i'm calling for my mother helen parker she wants to cancel her appointment",
            "C: i need to book a visit for my son",
            "C: i'm a new patient and i'd like an appointment",
            "C: i need a refill of my lisinopril",
            "C: i want to give you my new insurance",
            "C: do you take delta dental",
            "C: i'd like to leave a message",
            "C: i chipped a tooth and i've never been there can i come today",
            "C: i need to talk to somebody about my bill",
            "C: i need a refill and also to move my cleaning",
            "C: cancel my appointment and what are your hours friday",
            "C: when do you open",
            "C: where can i park");
    private static final List<String> NAMES = List.of(
            "C: helen parker",
            "C: walter quimby",
            "C: maria lopez",
            "C: my name is helen parker",
            "C: this is walter quimby",
            "C: p a r k e r",
            "C: rex",
            "C: bella",
            "C: i'd rather not say");
    private static final List<String> BIRTHS = List.of(
            "C: march third nineteen eighty four",
            "C: september seventeenth nineteen fifty one",
            "K: 03031984",
            "K: 09171951",
            "C: march third nineteen eighty five",
            "C: i won't tell you");
    private static final List<String> PINS = List.of(
            "K: 4711",
            "C: four seven one one",
            "K: 8264",
            "C: eight two six four",
            "K: 5566",
            "K: 1234",
            "C: one two three four",
            "C: no pin",
            "C: i don't have one");
    private static final List<String> TIMES = List.of(
            "C: tuesday afternoon",
            "C: tomorrow",
            "C: next week",
            "C: as soon as possible",
            "C: december third",
            "C: wednesday after three",
            "C: the first one",
            "C: the second one please",
            "C: none of those",
            "C: something else",
            "C: the last one",
            "C: anyone but doctor ortiz",
            "C: thursday at two");
    private static final List<String> VISITS =
            List.of("C: a cleaning", "C: checkup", "C: a session", "C: surgery", "C: an extraction", "C: a crown");
    private static final List<String> YES_NO = List.of(
            "C: yes",
            "C: yes please",
            "C: no",
            "C: no thursday",
            "C: no the date of birth is wrong",
            "C: actually i'd rather cancel it",
            "C: you know what forget it",
            "C: actually never mind i don't need it anymore",
            "C: no parker not barker",
            "K: 1",
            "K: 2");
    private static final List<String> NUMBERS = List.of(
            "C: six one four five five five oh one nine two", "K: 6145550177", "C: yes", "C: no another number");
    private static final List<String> CARDS = List.of(
            "C: delta dental",
            "C: blue cross",
            "C: a b c one two three four five six",
            "C: none",
            "C: yes",
            "C: in my husband's name",
            "C: walter quimby");
    private static final List<String> FREE = List.of(
            "C: lisinopril ten milligrams",
            "C: oxycodone please i have run out",
            "C: walgreens on main street",
            "C: please tell the doctor that i will be late",
            "C: that's all");
    private static final List<String> ASIDES = List.of(
            "C: repeat that please",
            "C: what can i say",
            "C: are you a robot",
            "C: i want to talk to a person",
            "C: never mind",
            "C: purple monkey ladder",
            "C: should i stop my antibiotic",
            "C: when do you close",
            "C: no recording",
            "C: goodbye",
            "C: helen parker born march third nineteen eighty four",
            "K: 0",
            "K: 5",
            "K: 123456789012",
            "* silent",
            "* overridden",
            "* resumed",
            "* saved",
            "* not saved",
            "* nobody",
            "* found no times",
            "* found gone",
            "* found nobody",
            "* found unavailable",
            "* refused",
            "* hangs up",
            "~ records fail",
            "~ emergency",
            "~ refused",
            "~ hangs up");
    private static final List<String> ALL = all();

    private CallerTurns() {}

    /** @param choice any number; the same one is the same line at the same stage */
    static String at(Stage stage, int choice) {
        List<String> lines = choice % 10 < 8 ? fitting(stage) : choice % 10 == 8 ? ASIDES : ALL;
        return lines.get(choice / 10 % lines.size());
    }

    /** All that is said by voice. */
    static List<String> spoken() {
        return ALL.stream()
                .filter(line -> line.startsWith("C:"))
                .map(line -> line.substring(2).strip())
                .toList();
    }

    /** How many choices there are. */
    static int choices() {
        return ALL.size() * 10;
    }

    /** A number as callers say it. */
    static String digits(String number) {
        return number.chars().mapToObj(digit -> DIGITS.get(digit - '0')).collect(Collectors.joining(" "));
    }

    private static List<String> fitting(Stage stage) {
        return switch (stage) {
            case OPEN, FURTHER, OFFER -> REQUESTS;
            case NAME, PATIENT_NAME, ANIMAL, SUBSCRIBER -> NAMES;
            case BIRTH -> BIRTHS;
            case PIN -> PINS;
            case VISIT -> VISITS;
            case WHEN, CHOICE, WHICH, WHICH_VISIT, CHANGE -> TIMES;
            case NUMBER, SAME_NUMBER, CONFIRM_NUMBER -> NUMBERS;
            case PAYER, MEMBER_ID, GROUP, OWN_PLAN, CONFIRM_MEMBER_ID -> CARDS;
            case REFILL, PHARMACY, ABOUT, MORE, ADDING -> FREE;
            case SUSPENDED -> List.of("* resumed");
            case CONNECTING -> List.of("* nobody");
            default -> YES_NO;
        };
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        List.of(REQUESTS, NAMES, BIRTHS, PINS, TIMES, VISITS, YES_NO, NUMBERS, CARDS, FREE, ASIDES)
                .forEach(all::addAll);
        return List.copyOf(all);
    }
}
