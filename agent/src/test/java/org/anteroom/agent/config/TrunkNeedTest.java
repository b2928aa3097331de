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
    private static final String FIRST = MOBILES.substring(0, MOBILES.lastIndexOf("[[oncall.group]]"));
    private static final String PEOPLE =
            """
            [[oncall.person]]
            name = "A"
            numbers = ["5550142"]
            [[oncall.person]]
            name = "B"
            numbers = ["5550143"]
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
        assertThat(need.ringing()).isEqualTo(2);
        TrunkNeed alone = need(FIRST);
        assertThat(alone.channels()).isEqualTo(3);
        assertThat(alone.channels(4)).as("with three more callers").isEqualTo(6);
    }

    @Test
    void whoeverPassesTheCallOnStaysOnTheLineWhileTheOthersRing() throws Exception {
        TrunkNeed need = need(mobiles("Reed", "5550144", "always") + FIRST);
        assertThat(need.ringing()).isEqualTo(2);
        assertThat(need.passing()).isEqualTo(3);
        assertThat(need.channels()).isEqualTo(4);
        assertThat(need.counted())
                .isEqualTo("a phone that passes the call on and stays on the line, and 2 that ring meanwhile");
        assertThat(need(mobiles("Reed", "302", "always") + FIRST).channels())
                .as("a phone inside holds no channel")
                .isEqualTo(3);
        assertThat(need(mobiles("Reed", "555 0142", "always") + FIRST).channels())
                .as("the same phone in both groups isn't rung while it talks")
                .isEqualTo(3);
    }

    @Test
    void aServiceIsNotRungWhileACallIsPassedOn() throws Exception {
        String service =
                """
                [[oncall.group.target]]
                name = "911"
                number = "911"
                kind = "service"
                """;
        TrunkNeed need = need(mobiles("Reed", "5550144", "always") + mobiles("Yu", "5550142", "always") + service);
        assertThat(need.ringing()).isEqualTo(2);
        assertThat(need.passing()).isEqualTo(2);
    }

    @Test
    void phonesOfTheDayAndOfTheNightDontRingTogether() throws Exception {
        String day = mobiles("a", "5550142", "open") + target("b", "5550143", "open");
        String night = target("c", "5550144", "closed") + target("d", "5550145", "closed");
        assertThat(need(day + night).channels()).isEqualTo(3);
        assertThat(need(day + night + target("e", "5550146", "closed")).people())
                .containsExactly("5550144", "5550145", "5550146");
    }

    @Test
    void twoRotasMayHaveDifferentPeopleOnCall() throws Exception {
        String two = PEOPLE + mobilesOf("first", "second") + rota("first") + rota("second");
        assertThat(need(two).ringing()).isEqualTo(2);
        assertThat(need(two).channels()).isEqualTo(3);
    }

    @Test
    void aFixedPhoneOfOneBesideARotaRingsWithTheOther() throws Exception {
        String beside = PEOPLE + mobilesOf("first") + target("A's mobile", "5550142", "always") + rota("first");
        assertThat(need(beside).ringing()).isEqualTo(2);
    }

    @Test
    void tooManyCombinationsAreAddedUp() throws Exception {
        StringBuilder plan = new StringBuilder(PEOPLE);
        String[] names = new String[14];
        for (int i = 0; i < names.length; i++) {
            names[i] = "rota " + i;
        }
        plan.append(mobilesOf(names));
        for (String name : names) {
            plan.append(rota(name));
        }
        TrunkNeed need = need(plan.toString());
        assertThat(need.ringing()).as("two people, but each rota for itself").isEqualTo(14);
        assertThat(need.people()).as("nobody is rung twice for a test").doesNotHaveDuplicates();
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
        TrunkNeed rung = need(MOBILES.substring(MOBILES.lastIndexOf("[[oncall.group]]"))
                + target("b", "5550145", "always")
                + service.replace("WHEN", "always"));
        assertThat(rung.channels()).isEqualTo(4);
        assertThat(rung.people()).doesNotContain("911");
        String one = MOBILES.substring(MOBILES.lastIndexOf("[[oncall.group]]"));
        assertThat(need(one).channels()).isEqualTo(2);
        assertThat(need(one + service.replace("WHEN", "key")).channels())
                .as("the caller, whoever took the call, and the service they add")
                .isEqualTo(3);
    }

    private static String mobiles(String name, String number, String when) {
        return "[[oncall.group]]\nname = \"" + name + "\"\n" + target(name, number, when);
    }

    private static String target(String name, String number, String when) {
        return "[[oncall.group.target]]\nname = \"" + name + "\"\nnumber = \"" + number + "\"\nwhen = \"" + when
                + "\"\n";
    }

    /** One group that rings whoever these rotas have on call. */
    private static String mobilesOf(String... rotas) {
        StringBuilder group = new StringBuilder("[[oncall.group]]\nname = \"all\"\n");
        for (String rota : rotas) {
            group.append("[[oncall.group.target]]\nname = \"" + rota + "\"\nrota = \"" + rota + "\"\n");
        }
        return group.toString();
    }

    private static String rota(String name) {
        return "[[oncall.rota]]\nname = \"" + name + "\"\nturns = [\"A\", \"B\"]\nfirst-week = 2026-01-05\n";
    }

    private static TrunkNeed need(String toml) throws ConfigException {
        return TrunkNeed.of(
                ConfigText.of(Path.of("anteroom.toml"), toml).oncall().orElseThrow());
    }
}
