package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TrunkNeedTest {
    private static final String MOBILES =
            """
            [[oncall.group]]
            name = "first"
            [[oncall.group.target]]
            name = "desk"
            number = "301"
            [[oncall.group.target]]
            name = "mobile"
            number = "555-0142"
            [[oncall.group.target]]
            name = "other"
            number = "+1 (555) 555 0143"
            [[oncall.group]]
            name = "then"
            [[oncall.group.target]]
            name = "late"
            number = "5550144"
            """;
    private static final String ROTA =
            """
            [[oncall.group]]
            name = "doctors"
            [[oncall.group.target]]
            name = "whoever"
            rota = "doctors"
            [[oncall.person]]
            name = "Reed"
            numbers = ["301", "5550142"]
            [[oncall.person]]
            name = "Yu"
            numbers = ["5550143", "5550144"]
            [[oncall.rota]]
            name = "doctors"
            """;

    @Test
    void twoParallelMobilesNeedThreeChannels() throws Exception {
        TrunkNeed need = need(MOBILES);
        assertThat(need.people()).containsExactly("5550142", "+15555550143");
        assertThat(need.channels()).isEqualTo(3);
        assertThat(need.channels(4)).as("with three more callers").isEqualTo(6);
    }

    @Test
    void insidePhonesTakeNone() throws Exception {
        assertThat(need(MOBILES.replaceAll("number = \".*\"", "number = \"301\""))
                        .channels())
                .isEqualTo(1);
    }

    @Test
    void aRotaCountsWhoeverCarriesMostOutsidePhones() throws Exception {
        assertThat(need(ROTA + "turns = [\"Reed\", \"Yu\"]\nfirst-week = 2026-01-05\n")
                        .channels())
                .isEqualTo(3);
    }

    @Test
    void shiftsThatOverlapRingTogether() throws Exception {
        String shifts =
                """
                [[oncall.rota.shift]]
                who = "Reed"
                from = "2026-01-05 08:00"
                to = "2026-01-07 08:00"
                [[oncall.rota.shift]]
                who = "Yu"
                from = "2026-01-06 08:00"
                to = "2026-01-08 08:00"
                """;
        assertThat(need(ROTA + shifts).channels()).isEqualTo(4);
        assertThat(need(ROTA + shifts.replace("2026-01-06", "2026-01-07")).channels())
                .isEqualTo(3);
    }

    @Test
    void aServiceTakesAChannelAndIsNotAmongThosePeopleRingForATest() throws Exception {
        String service =
                """
                [[oncall.group.target]]
                name = "911"
                number = "911"
                kind = "service"
                when = "WHEN"
                """;
        TrunkNeed rung = need(MOBILES + service.replace("WHEN", "always"));
        assertThat(rung.channels()).isEqualTo(3);
        assertThat(rung.people()).doesNotContain("911");
        String one = MOBILES.substring(MOBILES.lastIndexOf("[[oncall.group]]"));
        assertThat(need(one).channels()).isEqualTo(2);
        assertThat(need(one + service.replace("WHEN", "key")).channels())
                .as("the caller, whoever took the call, and the service they add")
                .isEqualTo(3);
    }

    private static TrunkNeed need(String toml) throws ConfigException {
        return TrunkNeed.of(
                ConfigText.of(Path.of("anteroom.toml"), toml).oncall().orElseThrow());
    }
}
