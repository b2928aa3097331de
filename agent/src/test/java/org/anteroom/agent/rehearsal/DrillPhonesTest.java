package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.anteroom.agent.rehearsal.PbxPlan.Extension;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.Transport;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.junit.jupiter.api.Test;

/** Which calls the automatic phone takes, and what a drill that may not begin comes to. */
class DrillPhonesTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String DOMAIN = "practice.test";
    private static final String TOKEN = "5f1d7a04c2";

    @Test
    void theAutomaticPhoneTakesTheDrillsOwnCallAloneAndRealCallsComeFirst() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DemoPbx pbx = new DemoPbx(
                        PbxPlan.of(
                                DOMAIN,
                                new Extension("100", "pw"),
                                new Extension("298", "pw"),
                                new Extension("299", "pw")),
                        Clock.systemUTC());
                MediaEngine engine = new MediaEngine(
                        new MediaSettings(loopback, 42_200, 42_239, 20, 200, false), new MediaCounters());
                Phone other = new Phone(PhoneSettings.of(pbx, DOMAIN, "100", "pw"), engine);
                DrillPhones phones = DrillPhones.open(
                        new DrillAccounts(
                                pbx.address(),
                                DOMAIN,
                                Transport.UDP,
                                loopback,
                                new DrillAccounts.Account("299", "pw"),
                                Optional.of(new DrillAccounts.Account("298", "pw"))),
                        '1')) {
            other.register(SOON);
            phones.takeCalls(TOKEN);

            assertThat(refused(other, Optional.empty()))
                    .as("a patient's, or an emergency's")
                    .isTrue();
            assertThat(refused(other, Optional.of("5f1d7a04c3")))
                    .as("another drill's")
                    .isTrue();
            assertThat(phones.refusedStranger()).isTrue();
            try (PhoneCall drill = other.dial("298", Optional.of(TOKEN))) {
                assertThat(drill.awaitAnswered(SOON)).isTrue();
            }
            phones.takeCalls("later");
            assertThat(phones.refusedStranger()).isFalse();
            assertThat(refused(other, Optional.of(TOKEN)))
                    .as("a drill that is over")
                    .isTrue();

            DrillAgent busy = told -> {
                throw new IllegalStateException("an emergency is ringing");
            };
            DrillResult notNow = new DrillCaller(phones, busy, "100", '1', SOON)
                    .play(new DrillPhrase("emergency-chest", Optional.empty()));
            assertThat(notNow.gaveWay()).as("no failure").isTrue();
            assertThat(notNow.over()).isTrue();
            assertThat(notNow.problem()).isEqualTo("an emergency is ringing");
        }
    }

    private static boolean refused(Phone other, Optional<String> token) throws Exception {
        try (PhoneCall call = other.dial("298", token)) {
            return call.awaitEnded(SOON)
                    && call.ending()
                            .filter(LegEvent.Refused.class::isInstance)
                            .map(LegEvent.Refused.class::cast)
                            .filter(ending -> ending.status() == 486)
                            .isPresent();
        }
    }
}
