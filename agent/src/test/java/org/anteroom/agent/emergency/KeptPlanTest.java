package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.PlanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan beside the configuration decides like the configuration. */
class KeptPlanTest {
    private static final String NURSES =
            """
            [[oncall.group.target]]
            name = "nurse on call"
            rota = "nurses"
            when = "closed"
            [[oncall.group]]
            name = "crisis"
            categories = ["suicidal"]
            [[oncall.group.target]]
            name = "crisis team"
            number = "400"
            [[oncall.rota]]
            name = "nurses"
            [[oncall.rota.shift]]
            who = "Ash"
            from = "2026-02-01 08:00"
            to = "2026-05-01 08:00"
            [[oncall.rota.shift]]
            who = "Yu"
            from = "2026-04-20 08:00"
            to = "2026-12-24 08:00"
            [[oncall.rota.override]]
            who = "Reed"
            from = "2026-03-08 02:30"
            to = "2026-03-08 12:00"
            """;

    @TempDir
    Path folder;

    @Test
    void readBackItHasTheSamePeopleOnCallAtEveryMoment() throws Exception {
        Config config = Rotas.load(
                folder, "America/New_York", Rotas.PEOPLE + Rotas.TURNS + "weeks = 2\n" + Rotas.DENTISTS + NURSES);
        OncallOverride override = new OncallOverride(
                7, "dentists", "Ash", LocalDateTime.parse("2026-07-04T00:00"), LocalDateTime.parse("2026-07-06T08:00"));
        EmergencyPlan plan = EmergencyPlan.of(config).with(List.of(override));
        PlanFile.write(folder.resolve("plan.toml"), plan);

        EmergencyPlan kept = PlanFile.read(folder.resolve("plan.toml"), List.of());

        assertThat(kept).isEqualTo(plan);
        OnCall written =
                OnCall.of(config.oncall(), List.of(override), config.practice().timezone());
        OnCall read = OnCall.of(kept.oncall(), kept.overrides(), kept.practice().timezone());
        Random random = new Random(1);
        Instant year = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 5_000; i++) {
            Instant moment = year.plus(random.nextInt(365 * 24 * 60), ChronoUnit.MINUTES);
            String category = random.nextBoolean() ? "suicidal" : "other";
            boolean open = random.nextBoolean();
            assertThat(read.at(moment, open, category)).isEqualTo(written.at(moment, open, category));
        }
        assertThat(read.at(Instant.parse("2026-07-05T12:00:00Z"), true, "other")
                        .get(0)
                        .targets())
                .as("the override is in it")
                .extracting(Target::number)
                .containsExactly("303");
    }
}
