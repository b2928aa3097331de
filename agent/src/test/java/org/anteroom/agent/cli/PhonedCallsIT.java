package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.interop.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers phone the assembled application over SIP and RTP, two at once, in voices of other programs. */
class PhonedCallsIT {

    private static final long LONG_MINUTES = 8;

    @TempDir
    Path folder;

    @Test
    void everyCallIsHeldToItsEndAndJudged() throws Exception {
        Peers.require("flite", "flite");
        Peers.require("text2wave", "festival festvox-kallpc16k");
        Path out = folder.resolve("out.json");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("anteroom.app"), "bin", "anteroom")
                                .toString(),
                        "evaluate",
                        "calls",
                        "--calls",
                        "2",
                        "--at-once",
                        "2",
                        "--seed",
                        "3",
                        "--practice",
                        "dental",
                        "--json")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(LONG_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as("see %s", err).isZero();
        JsonNode told = new ObjectMapper().readTree(out.toFile());
        assertThat(Files.readString(err)).contains("3: ", "4: ", " of dental, ");
        assertThat(told.get("cases").asInt()).isEqualTo(2);
        assertThat(told.get("secondsMedian").asDouble()).isGreaterThan(10);
        assertThat(told.get("answerMsP50").asDouble()).isGreaterThan(100);
        assertThat(told.get("calls")).hasSize(2).allSatisfy(call -> {
            assertThat(call.get("turns").asInt()).isPositive();
            assertThat(call.get("voice").asText()).isNotEmpty();
            assertThat(call.get("ending").asText()).isNotIn("unanswered", "turn-limit");
        });
    }
}
