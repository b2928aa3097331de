package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.StaffConfig;
import org.anteroom.agent.sip.Invitation;
import org.junit.jupiter.api.Test;

/** Who is let in to an override by phone. */
class StaffDoorTest {
    private final StaffDoor door =
            new StaffDoor(new StaffConfig(Optional.of("*42"), List.of("100", "212 555 0142"), List.of("Ana", "Bo")));

    private static Invitation call(String caller, String to, String requested) {
        return new Invitation(
                Optional.of(caller).filter(number -> !number.isEmpty()),
                Optional.empty(),
                to,
                List.of(),
                Optional.empty(),
                Optional.of(requested));
    }

    @Test
    void onlyListedExtensionsComeInAndOnlyByTheCode() {
        assertThat(door.knock(call("100", "*42", "200"))).containsExactly("Ana", "Bo");
        assertThat(door.knock(call("+1 (212) 555-0142", "200", "%2A42"))).containsExactly("Ana", "Bo");

        assertThat(door.knock(call("100", "5550100", "200"))).isEmpty();
        assertThat(door.knock(call("102", "*42", "*42"))).isEmpty();
        assertThat(door.knock(call("2125550111", "*42", "*42"))).isEmpty();
        assertThat(door.knock(call("", "*42", "*42"))).isEmpty();
        assertThat(door.knock(call("anybody", "*42", "*42"))).isEmpty();
        assertThat(new StaffDoor(StaffConfig.NONE).knock(call("100", "*42", "*42")))
                .isEmpty();
    }
}
