package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubtsTest {
    private static final String CLEAR =
            """
            [practice]
            name = "Elm Road Family Medicine"
            type = "medical"
            timezone = "America/Chicago"
            [practice.hours]
            tuesday = ["08:00-12:00"]
            [sip]
            pbx = "10.0.0.2"
            user = "700"
            password = "hush"
            [desk]
            number = "100"
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "Dr. Okafor"
            number = "412"
            [[oncall.group]]
            name = "then"
            [[oncall.group.target]]
            name = "partner"
            number = "413"
            """;
    private static final String TOLD =
            """
            [[alarms.webhook]]
            name = "pager"
            url = "https://pager.example/x"
            secret-file = "secret"
            """;

    @TempDir
    Path folder;

    @Test
    void countsThePhonesOfWhoeverIsOnCallByARota() throws Exception {
        String rota = CLEAR.substring(0, CLEAR.indexOf("[[oncall.group]]"))
                + """
                [[oncall.group]]
                name = "doctors"
                [[oncall.group.target]]
                name = "whoever"
                rota = "doctors"
                [[oncall.person]]
                name = "Reed"
                numbers = ["301"]
                [[oncall.person]]
                name = "Yu"
                numbers = ["302", "303"]
                [[oncall.rota]]
                name = "doctors"
                turns = ["Reed", "Yu"]
                first-week = 2026-01-05
                """;

        assertThat(doubts(rota)).extracting(Doubt::key).containsExactly("oncall.group");
        assertThat(doubts(rota.replace("\"301\"", "\"301\", \"304\""))).isEmpty();
        assertThat(doubts(rota.replace("\"301\"", "\"301\", \"700\"")))
                .extracting(Doubt::key)
                .containsExactly("oncall.person[1].numbers");
    }

    @Test
    void comparesTheTrunkWithWhatAnEmergencyTakes() throws Exception {
        String mobiles = CLEAR.replace("\"412\"", "\"5550142\"");
        String calls = "\n[calls]\nsimultaneous = 2\ntrunk-channels = ";

        assertThat(doubts(mobiles)).as("nobody knows how many there are").isEmpty();
        assertThat(doubts(mobiles + calls + "3\n")).isEmpty();
        assertThat(doubts(mobiles + calls + "2\n").toString())
                .contains("calls.trunk-channels", "Set calls.simultaneous = 1");
        assertThat(doubts(mobiles + calls + "1\n").toString())
                .contains("calls.trunk-channels", "an emergency takes 2 (the caller; 1 that rings)", "Order 1 more");
    }

    @Test
    void areNoneAboutAConfigurationOfAnOrdinaryPractice() throws Exception {
        assertThat(doubts(CLEAR)).isEmpty();
    }

    @Test
    void tellWhatNoOpeningHoursMeanAndNothingMoreOfTheDesk() throws Exception {
        String closed = CLEAR.replace("tuesday = [\"08:00-12:00\"]", "").replace("number = \"100\"", "");

        assertThat(doubts(closed)).singleElement().satisfies(doubt -> {
            assertThat(doubt.key()).isEqualTo("practice.hours");
            assertThat(doubt.sentence()).contains("every day").contains("practice.hours.monday");
        });
    }

    @Test
    void tellThatNobodyIsConnectedWithoutADesk() throws Exception {
        assertThat(doubts(CLEAR.replace("number = \"100\"", "")))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.key()).isEqualTo("desk.number"));
    }

    @Test
    void tellThatPatientsMayNotKnowWhoCallsThemBack() throws Exception {
        String back = CLEAR + "[identity]\nfactor = \"call-back\"\n";

        assertThat(doubts(back)).singleElement().satisfies(doubt -> assertThat(doubt.key())
                .isEqualTo("sip.caller-id"));
        assertThat(doubts(back.replace("[sip]", "[sip]\ncaller-id = \"5550100\"")))
                .isEmpty();
    }

    @Test
    void tellThatOnePhoneIsAllThatRings() throws Exception {
        String one = CLEAR.substring(0, CLEAR.lastIndexOf("[[oncall.group]]"));

        assertThat(onePhone(one)).contains("an emergency rings one phone only");
        assertThat(onePhone(CLEAR.replace("413", "412"))).contains("an emergency rings one phone only");
    }

    @Test
    void tellWhenOnePhoneIsAllThatRings() throws Exception {
        assertThat(onePhone(CLEAR + "when = \"open\"\n")).contains("an emergency outside opening hours rings one");
        assertThat(onePhone(CLEAR + "when = \"closed\"\n")).contains("an emergency in opening hours rings one");
    }

    @Test
    void tellThatNoServiceCanBeAddedOnlyWhereThereIsOne() throws Exception {
        String taken = CLEAR + "[oncall.keys]\npass = \"*9\"\n";
        String service =
                "[[oncall.group.target]]\nname = \"county\"\nnumber = \"911\"\nkind = \"service\"\nwhen = \"key\"\n";
        assertThat(doubts(taken)).isEmpty();
        assertThat(doubts(CLEAR + service + "[oncall.keys]\npass = \"*9\"\n"))
                .extracting(Doubt::key)
                .containsExactly("oncall.keys.add");
    }

    @Test
    void tellOfThe988SentenceToPracticesForMentalHealthOnly() throws Exception {
        String mental = CLEAR.replace("\"medical\"", "\"mental-health\"");

        assertThat(doubts(mental)).singleElement().satisfies(doubt -> assertThat(doubt.toString())
                .startsWith("oncall.all-failed: is \"call-911\""));
        assertThat(doubts(mental + "[oncall]\nall-failed = \"call-911-or-988\"\n"))
                .isEmpty();
    }

    @Test
    void tellOfPhonesThatAreTheReceptionistItself() throws Exception {
        assertThat(doubts(CLEAR.replace("413", "700").replace("\"100\"", "\"700\"")))
                .extracting(Doubt::key)
                .containsExactly("oncall.group[2].target[1].number", "desk.number");
    }

    @Test
    void nameNoNumbersBecauseTheyGoToTheLog() throws Exception {
        assertThat(doubts(CLEAR.replace("413", "700").replace("\"100\"", "\"700\"")))
                .hasSize(2)
                .allSatisfy(doubt -> assertThat(doubt.toString()).doesNotContain("700"));
    }

    @Test
    void tellThatAlarmsReachNobodyWithoutAChannel() throws Exception {
        assertThat(untold(CLEAR)).singleElement().satisfies(doubt -> {
            assertThat(doubt.key()).isEqualTo("alarms");
            assertThat(doubt.sentence()).contains("nobody is told").contains("[[alarms.mail]]");
        });
    }

    private String onePhone(String toml) throws Exception {
        List<Doubt> doubts = doubts(toml);
        assertThat(doubts).extracting(Doubt::key).containsExactly("oncall.group");
        return doubts.get(0).sentence();
    }

    private List<Doubt> doubts(String toml) throws Exception {
        return untold(toml + TOLD);
    }

    private List<Doubt> untold(String toml) throws Exception {
        return Doubts.of(Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml)));
    }
}
