package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Nobody learns from what is said whether somebody is a patient: the two conversations are held by {@link ConversationsTest}. */
class SameWordsTest {

    @Test
    void aStrangerHearsWhatAPatientHears() throws Exception {
        assertThat(spoken("identity-unknown-patient")).isEqualTo(spoken("identity-known-patient"));
    }

    @Test
    void aStrangerHearsOfATextWhatAPatientHears() throws Exception {
        assertThat(spoken("identity-texted-unknown-patient")).isEqualTo(spoken("identity-texted-known-patient"));
        assertThat(lines("identity-texted-unknown-patient")).noneMatch(line -> line.startsWith("on file:"));
    }

    @Test
    void theTwoDifferInWhatTheRecordsHoldAndNothingElse() throws Exception {
        assertThat(lines("identity-known-patient")).anyMatch(line -> line.startsWith("on file:"));
        assertThat(lines("identity-unknown-patient")).noneMatch(line -> line.startsWith("on file:"));
    }

    @Test
    void aStrangerIsPromisedACallBackInTheWordsInWhichAPatientIs() throws Exception {
        assertThat(spoken("call-back-unknown-patient")).isEqualTo(spoken("call-back-known-patient"));
        assertThat(lines("call-back-unknown-patient")).contains("= nobody is rung");
    }

    /** Both sides, and what is listened for. */
    private static List<String> spoken(String name) throws IOException, URISyntaxException {
        return lines(name).stream()
                .filter(line -> line.matches("[ACK*]: .*|= listen.*"))
                .toList();
    }

    private static List<String> lines(String name) throws IOException, URISyntaxException {
        return Files.readAllLines(
                Path.of(Objects.requireNonNull(SameWordsTest.class.getResource("/conversations/" + name + ".txt"))
                        .toURI()));
    }
}
