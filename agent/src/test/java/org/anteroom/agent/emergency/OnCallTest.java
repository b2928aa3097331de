package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is on call when, and when nobody is. */
class OnCallTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration AHEAD = OnCallCheck.AHEAD;

    @TempDir
    Path folder;

    private Config config(String toml) throws Exception {
        return Rotas.load(folder, NEW_YORK.getId(), Rotas.PEOPLE + toml);
    }

    private OnCall onCall(String toml, OncallOverride... overrides) throws Exception {
        return OnCall.of(config(toml).oncall(), List.of(overrides), NEW_YORK);
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(NEW_YORK).toInstant();
    }

    private static OncallOverride override(String who, String from, String to) {
        return new OncallOverride(1, "dentists", who, LocalDateTime.parse(from), LocalDateTime.parse(to));
    }

    private static List<String> numbers(OnCall onCall, Instant moment) {
        return numbers(onCall, moment, "other");
    }

    private static List<String> numbers(OnCall onCall, Instant moment, String category) {
        return onCall.at(moment, false, category).stream()
                .flatMap(group -> group.targets().stream())
                .map(Target::number)
                .toList();
    }

    private static String shift(String who, String from, String to) {
        return "[[oncall.rota.shift]]\nwho = \"%s\"\nfrom = \"%s\"\nto = \"%s\"\n".formatted(who, from, to);
    }

    private static String shifts(String... shifts) {
        return Rotas.DENTISTS + "[[oncall.rota]]\nname = \"dentists\"\n" + String.join("", shifts);
    }

    @Test
    void ringsEveryPhoneOfWhoseTurnItIsAndHandsOverToTheMinute() throws Exception {
        OnCall onCall = onCall(Rotas.TURNS + Rotas.DENTISTS);

        assertThat(numbers(onCall, at("2026-01-02T17:00"))).containsExactly("301", "5550142");
        assertThat(numbers(onCall, at("2026-01-09T16:59"))).containsExactly("301", "5550142");
        assertThat(numbers(onCall, at("2026-01-09T17:00"))).containsExactly("302");
        assertThat(numbers(onCall, at("2026-01-02T16:59"))).containsExactly("302");
        assertThat(onCall.holes(at("2026-01-02T17:00"), AHEAD)).isEmpty();
    }

    @Test
    void leavesAServiceThatIsAddedByKeyToWhoeverHasTheCall() throws Exception {
        String crisis =
                """
                [[oncall.group]]
                name = "crisis line"
                categories = ["suicidal"]
                [[oncall.group.target]]
                name = "lifeline"
                number = "988"
                kind = "service"
                when = "key"
                """;
        OnCall onCall = onCall(Rotas.TURNS + Rotas.DENTISTS + crisis);

        assertThat(numbers(onCall, at("2026-01-02T17:00"), "suicidal")).containsExactly("301", "5550142");
        assertThat(onCall.byKey("suicidal")).extracting(Target::number).containsExactly("988");
        assertThat(onCall.byKey("other")).isEmpty();
        Plan plan = new Plan(onCall.at(at("2026-01-02T17:00"), false, "suicidal"), Pace.DEFAULT)
                .adding(onCall.byKey("suicidal"));
        assertThat(plan.services()).extracting(Target::number).containsExactly("988");
        assertThat(plan.people().services()).extracting(Target::number).containsExactly("988");
    }

    @Test
    void countsTurnsOfSeveralWeeksFromTheFirst() throws Exception {
        OnCall onCall = onCall(Rotas.TURNS + "weeks = 3\n" + Rotas.DENTISTS);

        assertThat(numbers(onCall, at("2026-01-23T16:59"))).containsExactly("301", "5550142");
        assertThat(numbers(onCall, at("2026-01-23T17:00"))).containsExactly("302");
        assertThat(numbers(onCall, at("2026-02-13T17:00"))).containsExactly("301", "5550142");
    }

    @Test
    void handsOverByTheWallClockOnBothSidesOfEachChangeOfTheClock() throws Exception {
        OnCall onCall = onCall(Rotas.TURNS + Rotas.DENTISTS);

        assertThat(onCall.changes(Instant.parse("2026-03-01T00:00:00Z"), Duration.ofDays(21)))
                .extracting(DutyChange::at)
                .containsExactly(
                        Instant.parse("2026-03-06T22:00:00Z"),
                        Instant.parse("2026-03-13T21:00:00Z"),
                        Instant.parse("2026-03-20T21:00:00Z"));
        assertThat(onCall.changes(Instant.parse("2026-10-25T00:00:00Z"), Duration.ofDays(14)))
                .extracting(DutyChange::at)
                .containsExactly(Instant.parse("2026-10-30T21:00:00Z"), Instant.parse("2026-11-06T22:00:00Z"));
    }

    @Test
    void handsOverInTheHourThatIsLeftOutAsTheClockJumpsOverIt() throws Exception {
        OnCall onCall = onCall(Rotas.TURNS.replace("friday", "sunday").replace("17:00", "02:30") + Rotas.DENTISTS);

        assertThat(onCall.changes(Instant.parse("2026-03-08T00:00:00Z"), Duration.ofDays(1)))
                .extracting(DutyChange::at)
                .containsExactly(Instant.parse("2026-03-08T07:00:00Z"));
    }

    @Test
    void handsOverOnceInTheHourThatComesTwiceTheFirstTime() throws Exception {
        OnCall onCall = onCall(Rotas.TURNS.replace("friday", "sunday").replace("17:00", "01:30") + Rotas.DENTISTS);

        assertThat(onCall.changes(Instant.parse("2026-11-01T00:00:00Z"), Duration.ofDays(1)))
                .extracting(DutyChange::at)
                .containsExactly(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void shiftsThatMeetWhereTheClockIsChangedLeaveNoHole() throws Exception {
        OnCall onCall = onCall(shifts(
                shift("Reed", "2026-03-01 00:00", "2026-03-08 02:30"),
                shift("Yu", "2026-03-08 02:30", "2026-11-01 01:30"),
                shift("Ash", "2026-11-01 01:30", "2027-03-01 00:00")));

        assertThat(onCall.holes(at("2026-03-05T00:00"), AHEAD)).isEmpty();
        assertThat(onCall.holes(at("2026-10-05T00:00"), AHEAD)).isEmpty();
    }

    @Test
    void shiftsThatOverlapRingBoth() throws Exception {
        OnCall onCall = onCall(shifts(
                shift("Ash", "2026-03-01 08:00", "2026-03-03 08:00"),
                shift("Yu", "2026-03-02 08:00", "2026-03-04 08:00")));

        assertThat(numbers(onCall, at("2026-03-02T09:00"))).containsExactly("303", "302");
    }

    @Test
    void anOverrideWinsWhetherWrittenOrPutIn() throws Exception {
        String written =
                "[[oncall.rota.override]]\nwho = \"Ash\"\nfrom = 2026-01-05T08:00:00\nto = \"2026-01-05 12:00\"\n";
        OnCall onCall =
                onCall(Rotas.TURNS + written + Rotas.DENTISTS, override("Yu", "2026-01-05T12:00", "2026-01-06T00:00"));

        assertThat(numbers(onCall, at("2026-01-05T08:00"))).containsExactly("303");
        assertThat(numbers(onCall, at("2026-01-05T12:00"))).containsExactly("302");
        assertThat(numbers(onCall, at("2026-01-06T00:00"))).containsExactly("301", "5550142");
    }

    @Test
    void anOverrideOfSomebodyWhoIsNoLongerNamedChangesNothing() throws Exception {
        OnCall onCall =
                onCall(Rotas.TURNS + Rotas.DENTISTS, override("Dr. Gone", "2026-01-05T12:00", "2026-01-06T00:00"));

        assertThat(numbers(onCall, at("2026-01-05T12:00"))).containsExactly("301", "5550142");
    }

    @Test
    void aGroupWithCategoriesIsRungForThoseAloneAndTheOthersForAll() throws Exception {
        String crisis =
                """
                [[oncall.group]]
                name = "crisis"
                categories = ["suicidal", "self-harm"]
                [[oncall.group.target]]
                name = "crisis team"
                number = "400"
                """;
        OnCall onCall = onCall(Rotas.TURNS + crisis + Rotas.DENTISTS);

        assertThat(numbers(onCall, at("2026-01-10T00:00"), "suicidal")).containsExactly("400", "302");
        assertThat(numbers(onCall, at("2026-01-10T00:00"), "bleeding")).containsExactly("302");
        assertThat(onCall.categories()).containsExactly("suicidal", "self-harm");
    }

    @Test
    void rotaAndFixedNumbersRingEachPhoneOnce() throws Exception {
        OnCall onCall = onCall(Rotas.TURNS
                + Rotas.DENTISTS
                + "[[oncall.group.target]]\nname = \"Reed's mobile\"\nnumber = \"5550142\"\nwhen = \"closed\"\n");

        assertThat(numbers(onCall, at("2026-01-05T00:00"))).containsExactly("301", "5550142");
        assertThat(onCall.all()).extracting(Target::number).containsExactly("5550142", "301", "302", "303", "911");
    }

    @Test
    void tellsHowManyPhonesAGroupRingsAtMost() throws Exception {
        Config turns = config(Rotas.TURNS + Rotas.DENTISTS);
        Config shifts = config(shifts(
                shift("Ash", "2026-03-01 08:00", "2026-03-03 08:00"),
                shift("Reed", "2026-03-02 08:00", "2026-03-04 08:00")));

        assertThat(OnCall.mostPhones(turns.oncall(), turns.oncall().groups().get(0)))
                .isEqualTo(2);
        assertThat(OnCall.mostPhones(shifts.oncall(), shifts.oncall().groups().get(0)))
                .isEqualTo(3);
    }

    @Test
    void theEndOfTheLastShiftIsAHole() throws Exception {
        Config config = config(shifts(shift("Yu", "2026-03-01 00:00", "2026-03-20 08:00")));
        Instant now = at("2026-03-10T00:00");

        assertThat(OnCall.of(config.oncall(), List.of(), NEW_YORK).holes(now, AHEAD))
                .containsExactly(new Hole(at("2026-03-20T08:00"), now.plus(AHEAD), List.of("dentists")));
        assertThat(OnCallCheck.check(config.oncall(), List.of(), NEW_YORK, now))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("oncall.rota[1]");
                    assertThat(problem.sentence())
                            .startsWith("nobody is on call by the rota dentists from Fri 2026-03-20 08:00 on"
                                    + " (America/New_York); write a [[oncall.rota.shift]]");
                });
    }

    @Test
    void aHoleBetweenShiftsIsNamedFromAndTo() throws Exception {
        Config config = config(shifts(
                shift("Yu", "2026-03-01 00:00", "2026-03-20 08:00"),
                shift("Ash", "2026-03-20 08:01", "2027-01-01 00:00")));

        assertThat(OnCallCheck.check(config.oncall(), List.of(), NEW_YORK, at("2026-03-10T00:00")))
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains("from Fri 2026-03-20 08:00 to Fri 2026-03-20 08:01");
        assertThat(OnCallCheck.check(
                        config.oncall(),
                        List.of(override("Reed", "2026-03-20T08:00", "2026-03-20T08:01")),
                        NEW_YORK,
                        at("2026-03-10T00:00")))
                .isEmpty();
    }

    @Test
    void aServiceOnDutyIsNoPerson() throws Exception {
        OnCall onCall =
                onCall(Rotas.TURNS + Rotas.DENTISTS, override("county", "2026-01-05T12:00", "2026-01-06T00:00"));

        assertThat(onCall.holes(at("2026-01-05T00:00"), AHEAD))
                .containsExactly(new Hole(at("2026-01-05T12:00"), at("2026-01-06T00:00"), List.of("dentists")));
    }

    @Test
    void aFixedNumberThatIsAlwaysRungFillsEveryHole() throws Exception {
        OnCall onCall = onCall(shifts(shift("Yu", "2026-03-01 00:00", "2026-03-20 08:00"))
                + "[[oncall.group]]\nname = \"second\"\n[[oncall.group.target]]\nname = \"nurse\"\nnumber = \"310\"\n");

        assertThat(onCall.holes(at("2026-03-10T00:00"), AHEAD)).isEmpty();
    }

    @Test
    void inAHoleAnEmergencyRingsEverybodyRatherThanNobody() throws Exception {
        OnCall onCall = onCall(shifts(shift("Yu", "2026-03-01 00:00", "2026-03-20 08:00")));

        assertThat(numbers(onCall, at("2026-03-21T00:00"))).containsExactly("301", "5550142", "302", "303");
    }

    @Test
    void saysWhichKindsOfEmergencyThereAre() throws Exception {
        Config config = config(Rotas.TURNS
                + Rotas.DENTISTS
                + "[[oncall.group]]\nname = \"crisis\"\ncategories = [\"suicidall\"]\n"
                + "[[oncall.group.target]]\nname = \"team\"\nnumber = \"400\"\n");

        assertThat(OnCallCheck.check(config.oncall(), List.of(), NEW_YORK, at("2026-01-05T00:00")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("oncall.group[2].categories");
                    assertThat(problem.sentence()).contains("suicidall").contains("suicidal,");
                });
    }
}
