package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotaRulesTest {
    private static final String GOOD =
            """
            [practice]
            name = "Maple Street Dental"
            type = "dental"
            timezone = "America/New_York"
            [sip]
            pbx = "pbx.example"
            user = "200"
            password = "hush"
            [[oncall.group]]
            name = "first"
            [[oncall.group.target]]
            name = "dentist on call"
            rota = "dentists"
            [[oncall.person]]
            name = "Reed"
            numbers = ["301", "555 0142"]
            [[oncall.person]]
            name = "Yu"
            numbers = ["302"]
            [[oncall.rota]]
            name = "dentists"
            turns = ["Reed", "Yu"]
            first-week = 2026-01-02
            [[oncall.rota.override]]
            who = "Yu"
            from = "2026-01-05T08:00"
            to = 2026-01-05T12:00:00
            """;

    @TempDir
    Path folder;

    @Test
    void takesTimesInEveryWayPeopleWriteThem() throws Exception {
        OncallConfig oncall = load(GOOD).oncall();

        assertThat(oncall.people().get(0).numbers()).containsExactly("301", "5550142");
        assertThat(oncall.rotas().get(0).overrides())
                .containsExactly(new OncallShift(
                        "Yu", LocalDateTime.parse("2026-01-05T08:00"), LocalDateTime.parse("2026-01-05T12:00")));
    }

    @Test
    void refusesSecondsAndOtherTimesThatNoClockShows() {
        assertThat(only(GOOD.replace("12:00:00", "12:00:30")).sentence()).contains("whole minute");
        assertThat(only(GOOD.replace("2026-01-05T08:00", "2026-02-30 08:00")).sentence())
                .contains("a date and time such as");
        assertThat(only(GOOD.replace("first-week", "hand-over-time = \"24:00\"\nfirst-week"))
                        .key())
                .isEqualTo("oncall.rota[1].hand-over-time");
    }

    @Test
    void refusesNamesThatNothingHas() {
        assertThat(only(GOOD.replace("who = \"Yu\"", "who = \"You\"")).toString())
                .contains(
                        "oncall.rota[1].override[1].who: names You, who is no [[oncall.person]]; there are: Reed, Yu");
        assertThat(only(GOOD.replace("rota = \"dentists\"", "rota = \"dentist\""))
                        .key())
                .isEqualTo("oncall.group[1].target[1].rota");
    }

    @Test
    void refusesWhatCanBeReadInTwoWays() {
        String shift = "[[oncall.rota.shift]]\nwho = \"Yu\"\nfrom = \"2026-01-05 08:00\"\nto = \"2026-01-06 08:00\"\n";

        assertThat(only(GOOD + shift).sentence()).contains("either turns or [[oncall.rota.shift]]");
        assertThat(only(GOOD.replace("first-week = 2026-01-02\n", "")).key()).isEqualTo("oncall.rota[1].first-week");
        assertThat(only(GOOD.replace("rota = \"dentists\"", "rota = \"dentists\"\nnumber = \"301\""))
                        .key())
                .isEqualTo("oncall.group[1].target[1].number");
        assertThat(only(GOOD.replace("name = \"Yu\"", "name = \"Reed\"\n#")
                                .replace("\"Reed\", \"Yu\"", "\"Reed\"")
                                .replace("who = \"Yu\"", "who = \"Reed\""))
                        .key())
                .isEqualTo("oncall.person[2].name");
    }

    @Test
    void refusesAnOverrideThatEndsBeforeItBegins() {
        assertThat(only(GOOD.replace("2026-01-05T12:00:00", "2026-01-05T08:00:00"))
                        .key())
                .isEqualTo("oncall.rota[1].override[1].to");
    }

    @Test
    void holdsPeopleToTheSameRulesAsTargets() {
        assertThat(only(GOOD.replace("\"302\"", "\"911\"")).toString())
                .contains("oncall.person[2].kind: must be \"service\" for 911");
        assertThat(only(GOOD.replace("[\"302\"]", "[]")).key()).isEqualTo("oncall.person[2].numbers");
        assertThat(only(GOOD.replace("[\"302\"]", "[\"302\"]\nkind = \"service\""))
                        .sentence())
                .contains("state-law-checked");
    }

    @Test
    void refusesAPlanWhoseOnlyPersonIsInAGroupForSomeKindsOfEmergency() {
        assertThat(only(GOOD.replace("name = \"first\"", "name = \"first\"\ncategories = [\"suicidal\"]"))
                        .sentence())
                .contains("in a group without categories");
    }

    private Problem only(String toml) {
        List<Problem> problems =
                catchThrowableOfType(() -> load(toml), ConfigException.class).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private Config load(String toml) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml));
    }
}
