package org.anteroom.agent.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.rehearsal.DrillAccounts;
import org.anteroom.agent.rehearsal.SoundPorts;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.Secret;
import org.anteroom.agent.sip.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoServicesTest {
    private static final LineSettings.Pbx AT = new LineSettings.Pbx("192.0.2.10", 5060, Transport.UDP, "192.0.2.10");
    private static final PracticePbx.Party PARTY = new PracticePbx.Party(
            AT, LineSettings.Account.of("200", Secret.of("hush")), Optional.empty(), new SoundPorts(16_384, 16_583));
    private static final PracticePbx.Callers CALLERS =
            new PracticePbx.Callers(new DrillAccounts.Account("299", "hush"), Optional.empty());

    private final PretendedPbx behind = new PretendedPbx();
    private final PracticePbx pbx = new NoServices(behind, new Services(() -> Set.of("555-0100")));

    @ParameterizedTest
    @ValueSource(strings = {"911", "9911", "112", "988", "9-911", "+911", "911#", "5550100", "(555) 0100"})
    void ringsAndDialsNoService(String number) {
        assertThatThrownBy(() -> pbx.ring(PARTY, List.of("301", number), "Maple", '1'))
                .isInstanceOf(Stopped.class)
                .hasMessageContaining("is a service, and a setup never rings one");
        assertThatThrownBy(() -> pbx.fallBack(AT, Optional.empty(), CALLERS, number))
                .isInstanceOf(Stopped.class)
                .hasMessageStartingWith("Nothing was rung");
        assertThat(behind.asked).isEmpty();
    }

    @Test
    void letsEverybodyElseThrough() throws Exception {
        pbx.ring(PARTY, List.of("301", "5550142"), "Maple", '1');
        pbx.fallBack(AT, Optional.empty(), CALLERS, "200");
        assertThat(behind.asked).containsExactly("RING 301 5550142", "CALL 200 as 299");
    }
}
