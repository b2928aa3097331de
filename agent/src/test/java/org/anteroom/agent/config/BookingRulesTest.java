package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookingRulesTest {
    private static final String START =
            """
            [practice]
            name = "Maple Street Dental"
            type = "dental"
            timezone = "America/New_York"
            """;
    private static final String REST =
            """
            [sip]
            pbx = "pbx.example"
            user = "200"
            password = "hush"
            [[oncall.group]]
            name = "first"
            [[oncall.group.target]]
            name = "dentist on call"
            number = "301"
            """;
    private static final String GOOD =
            """
            [practice.booking]
            lead-minutes = 60
            same-day-visit = "limited exam"
            [[practice.location]]
            name = "Main Street"
            [[practice.location]]
            name = "Harbor"
            [[practice.room]]
            name = "Op 1"
            location = "Main Street"
            [[practice.room]]
            name = "Op 2"
            location = "Harbor"
            [[practice.visit-type]]
            name = "cleaning"
            aliases = ["hygiene visit"]
            minutes = 45
            buffer-after-minutes = 15
            rooms = ["Op 1", "Op 2"]
            by-phone = "open"
            [[practice.visit-type]]
            name = "limited exam"
            minutes = 30
            patients = "new"
            providers = ["reed"]
            [[practice.provider]]
            id = "ortiz"
            name = "Doctor Ortiz"
            visit-types = ["cleaning"]
            location = "Main Street"
            breaks = ["12:00-13:00"]
            off = [2026-12-24]
            [practice.provider.hours]
            monday = ["08:00-17:00"]
            [[practice.provider]]
            id = "reed"
            name = "Doctor Reed"
            location = "Harbor"
            [practice.provider.hours]
            tuesday = ["08:00-09:00"]
            """;

    @TempDir
    Path folder;

    @Test
    void readsProvidersVisitTypesAndRules() throws Exception {
        PracticeConfig practice = load(GOOD).practice();

        assertThat(practice.books()).isTrue();
        assertThat(practice.booking().leadMinutes()).isEqualTo(60);
        assertThat(practice.booking().horizonDays()).isEqualTo(180);
        assertThat(practice.visitTypes().get(0).byPhone()).isEqualTo(VisitType.ByPhone.OPEN);
        assertThat(practice.visitTypes().get(1).byPhone()).isEqualTo(VisitType.ByPhone.STAFF_APPROVAL);
        assertThat(practice.providers().get(0).hours().monday()).containsExactly(new TimeRange(480, 1020));
    }

    @Test
    void booksNothingWithoutProviders() throws Exception {
        assertThat(load("").practice().books()).isFalse();
    }

    @Test
    void refusesNamesThatMeanTwoThings() {
        assertThat(only(GOOD.replace("\"Doctor Reed\"", "\"doctor ortiz\"")).toString())
                .startsWith(
                        "line 41: practice.provider[2].name: \"doctor ortiz\" is a name of practice.provider[1] already");
        assertThat(only(GOOD.replace(
                                "\"limited exam\"\nminutes", "\"limited exam\"\naliases = [\"Cleaning\"]\nminutes"))
                        .key())
                .isEqualTo("practice.visit-type[2].aliases[1]");
        assertThat(keys(GOOD.replace("id = \"reed\"", "id = \"ortiz\""))).contains("practice.provider[2].id");
        assertThat(keys(GOOD.replace("\"Op 2\"\nlocation", "\"Op 1\"\nlocation")))
                .contains("practice.room[2].name");
    }

    @Test
    void refusesWhatIsNamedButNotThereAndSaysWhatThereIs() {
        assertThat(only(GOOD.replace("visit-types = [\"cleaning\"]", "visit-types = [\"cleaning\", \"clening\"]"))
                        .sentence())
                .isEqualTo("there is no visit type \"clening\"; there are: \"cleaning\", \"limited exam\"");
        assertThat(keys(GOOD.replace("providers = [\"reed\"]", "providers = [\"reed\", \"read\"]")))
                .containsExactly("practice.visit-type[2].providers[2]");
        assertThat(keys(GOOD.replace("rooms = [\"Op 1\", \"Op 2\"]", "rooms = [\"Op 1\", \"Op 2\", \"Op 3\"]")))
                .containsExactly("practice.visit-type[1].rooms[3]");
        assertThat(keys(GOOD.replace("same-day-visit = \"limited exam\"", "same-day-visit = \"exam\"")))
                .containsExactly("practice.booking.same-day-visit");
        assertThat(keys(GOOD.replace("name = \"Harbor\"", "name = \"Harbour\"")))
                .contains("practice.room[2].location", "practice.provider[2].location");
    }

    @Test
    void refusesProvidersWithoutHoursAndBreaksThatTakeThemAll() {
        assertThat(only(GOOD.replace("monday = [\"08:00-17:00\"]", "")).sentence())
                .startsWith("has no hours");
        assertThat(only(GOOD.replace("breaks = [\"12:00-13:00\"]", "breaks = [\"07:00-18:00\"]"))
                        .key())
                .isEqualTo("practice.provider[1].breaks");
        assertThat(only(GOOD.replace("breaks = [\"12:00-13:00\"]", "breaks = [\"12:00-13:00\", \"12:30-14:00\"]"))
                        .sentence())
                .contains("in order and apart");
    }

    @Test
    void refusesAVisitThatFitsNowhereWithItsBuffers() {
        Problem problem = only(GOOD.replace("minutes = 30", "minutes = 60\nbuffer-before-minutes = 5"));

        assertThat(problem.key()).isEqualTo("practice.visit-type[2].minutes");
        assertThat(problem.sentence()).contains("takes 65 minutes").contains("more than 60 in a row");
    }

    @Test
    void refusesAVisitThatNobodyDoesOrThatHasNoRoomWhereTheProviderIs() {
        assertThat(keys(GOOD.replace("minutes = 45", "minutes = 45\nproviders = [\"reed\"]")))
                .contains("practice.provider[1].visit-types[1]");
        assertThat(only(GOOD.replace("rooms = [\"Op 1\", \"Op 2\"]", "rooms = [\"Op 1\"]"))
                        .sentence())
                .contains("none of them is a room of reed");
        assertThat(only(GOOD.replace("providers = [\"reed\"]", "")
                                .replace("\"Doctor Reed\"", "\"Doctor Reed\"\nvisit-types = [\"cleaning\"]"))
                        .sentence())
                .startsWith("no provider does it: add \"limited exam\"");
    }

    @Test
    void refusesProvidersWithoutVisitTypesAndTheOtherWayRound() {
        assertThat(
                        only("[[practice.provider]]\nid = \"a\"\nname = \"A\"\n[practice.provider.hours]\nmonday = [\"08:00-09:00\"]\n")
                                .key())
                .isEqualTo("practice.provider");
        assertThat(only("[[practice.visit-type]]\nname = \"a\"\nminutes = 10\n").key())
                .isEqualTo("practice.visit-type");
    }

    @Test
    void refusesMinutesOffTheGridAndALeadBeyondTheHorizon() {
        assertThat(only(GOOD.replace("minutes = 45", "minutes = 43")).sentence())
                .endsWith("such as 45");
        assertThat(only(GOOD.replace("lead-minutes = 60", "slot-minutes = 25")).key())
                .isEqualTo("practice.booking.slot-minutes");
        assertThat(only(GOOD.replace("lead-minutes = 60", "lead-minutes = 2000\nhorizon-days = 1"))
                        .key())
                .isEqualTo("practice.booking.lead-minutes");
    }

    @Test
    void refusesASameDayVisitThatNewPatientsCannotHave() {
        assertThat(only(GOOD.replace("patients = \"new\"", "patients = \"existing\""))
                        .sentence())
                .contains("for existing patients only");
    }

    @Test
    void tellsOfEverythingAtOnce() {
        String wrong = GOOD.replace("minutes = 45", "minutes = 43")
                .replace("\"Doctor Reed\"", "\"Doctor Ortiz\"")
                .replace("visit-types = [\"cleaning\"]", "visit-types = [\"cleaning\", \"spa\"]")
                .replace("tuesday = [\"08:00-09:00\"]", "");

        assertThat(problems(wrong)).hasSize(4).allSatisfy(problem -> assertThat(problem.line())
                .isPositive());
    }

    @Test
    void tellsOfEveryLevelAtOnceInTheOrderOfTheFile() {
        String wrong = GOOD.replace("minutes = 45", "minutes = \"long\"")
                .replace("name = \"Op 2\"", "name = \"Op 1\"")
                .replace("rooms = [\"Op 1\", \"Op 2\"]", "rooms = [\"Op 1\", \"Op 9\"]")
                .replace("minutes = 30", "minutes = 600")
                .replace("visit-types = [\"cleaning\"]", "visit-types = [\"cleaning\", \"spa\"]")
                .replace("id = \"reed\"", "id = \"ortiz\"")
                .replace("lead-minutes = 60", "slot-minutes = 25")
                .replace("same-day-visit = \"limited exam\"", "same-day-visit = \"exam\"")
                .replace("monday = [\"08:00-17:00\"]", "monday = [\"08:00-12:00\", \"11:00-17:00\"]");

        assertThat(problems(wrong))
                .extracting(Problem::toString)
                .containsExactly(
                        "line 6: practice.booking.slot-minutes: must be one of 5, 10, 15, 20, 30, 60",
                        "line 7: practice.booking.same-day-visit: there is no visit type \"exam\"; there are: \"cleaning\","
                                + " \"limited exam\"",
                        "line 16: practice.room[2].name: \"Op 1\" is a name of practice.room[1] already: nobody could tell"
                                + " which is meant; give one of them another",
                        "line 21: practice.visit-type[1].minutes: must be a whole number from 5 to 600, without quotes",
                        "line 23: practice.visit-type[1].rooms[2]: there is no room \"Op 9\"; there are: \"Op 1\"",
                        "line 27: practice.visit-type[2].minutes: with its buffers it takes 600 minutes, but nobody who does"
                                + " it has more than 240 in a row: shorten it or a buffer, or widen the hours of a provider",
                        "line 29: practice.visit-type[2].providers[1]: there is no provider \"reed\"; there are: \"ortiz\"",
                        "line 33: practice.provider[1].visit-types[2]: there is no visit type \"spa\"; there are: \"cleaning\","
                                + " \"limited exam\"",
                        "line 38: practice.provider[1].hours.monday: ranges must be in order and apart: 11:00-17:00 does not"
                                + " start after 08:00-12:00",
                        "line 40: practice.provider[2].id: is taken by an earlier provider: give each an id of its own");
    }

    @Test
    void saysNothingOfHoursOrNamesThatCannotBeRead() {
        assertThat(keys(GOOD.replace("minutes = 30", "minutes = 600")
                        .replace("tuesday = [\"08:00-09:00\"]", "tuesdy = [\"08:00-19:00\"]")))
                .containsExactly("practice.provider[2].hours.tuesdy");
        assertThat(keys(GOOD.replace("name = \"cleaning\"", "name = \"\"")))
                .containsExactly("practice.visit-type[1].name");
        assertThat(keys(GOOD.replace("name = \"Harbor\"", "name = 5"))).containsExactly("practice.location[2].name");
    }

    private Config load(String booking) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), START + booking + REST));
    }

    private List<Problem> problems(String booking) {
        return catchThrowableOfType(() -> load(booking), ConfigException.class).problems();
    }

    private Problem only(String booking) {
        List<Problem> problems = problems(booking);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private List<String> keys(String booking) {
        return problems(booking).stream().map(Problem::key).toList();
    }
}
