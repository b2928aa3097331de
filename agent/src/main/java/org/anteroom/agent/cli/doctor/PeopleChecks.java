package org.anteroom.agent.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges who is rung, and whether it was tried. Pure. */
public final class PeopleChecks {
    private static final int AHEAD_DAYS = 60;
    private static final int TEST_DAYS = 35;
    private static final int FALL_BACK_DAYS = 100;
    private static final int SHORTEST_NUMBER = 2;
    private static final int LONGEST_NUMBER = 15;

    private PeopleChecks() {}

    /** @param holes each from and to in words */
    public static Finding plan(List<String> holes) {
        if (holes.isEmpty()) {
            return Finding.ok("Somebody is on call at any time of the next 30 days.");
        }
        String more = holes.size() > 1 ? " And at " + (holes.size() - 1) + " more times." : "";
        return Finding.fault(
                "Nobody is on call " + holes.get(0) + "." + more,
                "An emergency in that time has no person whose turn it is.",
                "anteroom oncall override, or a [[oncall.rota.shift]] for that time; see: anteroom oncall next");
    }

    /** @param byKey where each number stands in the configuration, and the number */
    public static Finding numbers(Map<String, String> byKey, String own) {
        for (Map.Entry<String, String> each : byKey.entrySet()) {
            String digits = each.getValue().replaceAll("[\\s()./-]", "");
            if (digits.equals(own)) {
                return Finding.fault(
                        each.getKey() + " is Anteroom's own extension.",
                        "An emergency rings nobody there: the call comes back to Anteroom and is refused.",
                        "Put the number of a person's phone");
            }
            String plain = digits.startsWith("+") ? digits.substring(1) : digits;
            if (!plain.matches("[0-9*#]+") || plain.length() < SHORTEST_NUMBER || plain.length() > LONGEST_NUMBER) {
                return Finding.warning(
                        each.getKey() + " doesn't look like a number that a PBX dials (" + plain.length()
                                + " characters).",
                        "An emergency would ring nobody there.",
                        "Dial it from a desk phone as it stands there; then: anteroom oncall test");
            }
        }
        return byKey.isEmpty()
                ? Finding.fault(
                        "There is no on-call number.", "An emergency rings nobody.", "Write an [[oncall.group.target]]")
                : Finding.ok(byKey.size() + (byKey.size() == 1 ? " on-call number looks" : " on-call numbers look")
                        + " as if the PBX can dial " + (byKey.size() == 1 ? "it." : "them."));
    }

    /** @param last when everybody was rung for a test
     *  @param outcome in words; it passed when it says that all did
     */
    public static Finding onCallTest(Optional<Instant> last, String outcome, Instant now) {
        String why =
                "A number that was changed, a phone that is off or a PBX rule is found out by a test, or by an emergency.";
        if (last.isEmpty()) {
            return Finding.warning("The on-call phones were never tested.", why, "anteroom oncall test");
        }
        long days = days(last.get(), now);
        if (days > TEST_DAYS) {
            return Finding.warning(
                    "The on-call phones were tested " + days + " days ago.", why, "anteroom oncall test");
        }
        if (!all(outcome)) {
            return Finding.warning(
                    "In the last test of the on-call phones, " + days + " days ago, not everybody confirmed ("
                            + words(outcome) + ").",
                    why,
                    "Ask who did not; then: anteroom oncall test");
        }
        return Finding.ok("Everybody on call confirmed a test " + days + " days ago.");
    }

    /** The outcome of the audit trail as people write it. */
    static String words(String outcome) {
        return outcome.replaceAll("[-.]", " ");
    }

    /** Whether the outcome reads N-of-N. */
    static boolean all(String outcome) {
        String[] parts = outcome.replaceAll("^[^0-9]*", "").split("[^0-9]+");
        return parts.length >= 2 && parts[0].equals(parts[1]);
    }

    /** @param named dates that the configuration says the practice is closed on */
    public static Finding holidays(Set<LocalDate> named, LocalDate today) {
        List<FederalHolidays.Holiday> coming = FederalHolidays.between(today, today.plusDays(AHEAD_DAYS));
        List<FederalHolidays.Holiday> missing = coming.stream()
                .filter(day -> !named.contains(day.date()) && !named.contains(day.observed()))
                .toList();
        if (missing.isEmpty()) {
            return Finding.ok(
                    coming.isEmpty()
                            ? "No federal holiday lies in the next " + AHEAD_DAYS + " days."
                            : "All " + coming.size() + " federal holidays of the next " + AHEAD_DAYS
                                    + " days are in the configuration.");
        }
        String list = missing.stream()
                .map(day -> day.name() + " (" + day.observed() + ")")
                .collect(Collectors.joining(", "));
        return Finding.warning(
                "The configuration says nothing of " + list + ".",
                "Callers would hear that the practice is open, and the front desk would ring in an empty house.",
                "Add each on which you are closed as [[practice.holiday]] with name and date, or to practice.closed");
    }

    /** @param unknown words the recogniser can't hear, each with what it may hear instead
     *  @param aliases names that callers say and the recogniser can't hear, each in a sentence with what to add
     */
    public static Finding vocabulary(Map<String, List<String>> unknown, List<String> aliases, int looked) {
        if (unknown.isEmpty() && aliases.isEmpty()) {
            return Finding.ok(
                    looked == 1
                            ? "The recogniser knows the name that was looked up."
                            : "The recogniser knows all " + looked + " names that were looked up.");
        }
        List<String> found = new ArrayList<>(aliases);
        if (!unknown.isEmpty()) {
            found.add("The recogniser doesn't know "
                    + unknown.entrySet().stream()
                            .map(each -> "\"" + each.getKey() + "\""
                                    + (each.getValue().isEmpty()
                                            ? ""
                                            : " (it may hear: " + String.join(", ", each.getValue()) + ")"))
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        return Finding.warning(
                String.join(" ", found),
                "A caller who says such a word is heard as saying another; the message then holds the wrong one.",
                "Nothing needs to be changed for emergencies. "
                        + (aliases.isEmpty() ? "" : "Add the aliases; then: anteroom reload. ")
                        + (unknown.isEmpty()
                                ? ""
                                : "Tell whoever reads messages, or use a larger model (speech.model)"));
    }

    /** @param set whether [drill] is filled in
     *  @param last when the last whole one was made
     *  @param none what to say where none was
     *  @param failed the newest that failed, in a sentence; empty when none counts against it
     */
    public static Finding drill(
            boolean set, Optional<Instant> last, String none, Optional<String> failed, int dueDays, Instant now) {
        String why =
                "A drill shows that an emergency brings a person on the line, through PBX, trunk and phone, and nothing else does.";
        if (!set) {
            return Finding.warning(
                    "Drills are not set up.",
                    why,
                    "Fill in [drill] of the configuration (see drills.md); then: anteroom drill run");
        }
        if (failed.isPresent()) {
            return Finding.fault(
                    failed.get(), why, "anteroom drill report says where; mend it, then: anteroom drill run");
        }
        if (last.isEmpty()) {
            return Finding.warning(none, why, "anteroom drill run");
        }
        long days = days(last.get(), now);
        return days >= dueDays
                ? Finding.warning(
                        "The last drill was " + days + " days ago; it is due after " + dueDays + ".",
                        why,
                        "anteroom drill run; or set drill.day")
                : Finding.ok("The last drill passed " + days + " days ago.");
    }

    /** @param passed whether a phone rang in time */
    public static Finding fallBack(Optional<Instant> last, boolean passed, Instant now) {
        String why =
                "When this machine is off, the PBX must ring a person by itself: nothing else takes emergencies then.";
        if (last.isEmpty()) {
            return Finding.warning(
                    "The PBX's fall-back was never proved.", why, "anteroom drill run --outage (see fallback.md)");
        }
        long days = days(last.get(), now);
        if (!passed) {
            return Finding.fault(
                    "The PBX's fall-back failed when it was tried " + days + " days ago.",
                    why,
                    "Mend the route on the PBX (see fallback.md); then: anteroom drill run --outage");
        }
        return days > FALL_BACK_DAYS
                ? Finding.warning(
                        "The PBX's fall-back was proved " + days + " days ago.", why, "anteroom drill run --outage")
                : Finding.ok("The PBX's fall-back was proved " + days + " days ago.");
    }

    private static long days(Instant then, Instant now) {
        return Math.max(0, Duration.between(then, now).toDays());
    }
}
