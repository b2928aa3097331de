package org.anteroom.agent.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.cli.doctor.Finding.State;

/** What a check is expected to find. */
final class Judged {
    private Judged() {}

    static void is(State state, Finding finding, String... words) {
        assertThat(finding.state()).as(finding.toString()).isEqualTo(state);
        List.of(words).forEach(word -> assertThat(finding.toString()).contains(word));
        if (state == State.FAULT || state == State.WARNING) {
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.mend()).isNotBlank();
        }
    }
}
