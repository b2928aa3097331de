package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvaluateCallsCommandTest extends AtTheTerminal {

    @Test
    void whatCanNotBeIsRefusedBeforeAnybodyCalls() {
        assertThat(run("evaluate", "calls", "--text", "--calls", "0").code()).isEqualTo(2);
        assertThat(run("evaluate", "calls", "--at-once", "0").err()).contains("--at-once takes a number from 1 to 16");
        assertThat(run("evaluate", "calls", "--loss", "70").err()).contains("--loss takes a number from 0 to 50");
        assertThat(run("evaluate", "calls", "--text", "--noise", "15").err())
                .contains("In text there is neither noise");
    }
}
