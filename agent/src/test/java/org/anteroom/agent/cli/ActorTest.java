package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.anteroom.agent.records.AuditEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActorTest {

    @TempDir
    Path folder;

    @Test
    void isTheNumberThatTheKernelGivesWithTheNameBesideIt() throws Exception {
        String user = System.getProperty("user.name");

        assertThat(Actor.ofThisProcess()).isEqualTo("uid:" + Files.getAttribute(folder, "unix:uid") + "(" + user + ")");
        assertThat(Actor.named(user)).isEqualTo(Actor.ofThisProcess());
        assertThat(Actor.named("root")).isEqualTo("uid:0(root)");
    }

    @Test
    void isTheNumberAloneForAUserWithoutAName() {
        assertThat(Actor.named("4294967294")).isEqualTo("uid:4294967294");
    }

    @Test
    void isUnknownWhereTheCLibraryCannotBeCalled() throws Exception {
        Process without = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djna.nounpack=true",
                        "-Djna.nosys=true",
                        "-Djna.boot.library.path=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutTheCLibrary.class.getName())
                .redirectErrorStream(true)
                .start();
        without.getOutputStream().close();

        try (BufferedReader said = without.inputReader()) {
            assertThat(said.lines()).containsExactly("uid:unknown(mary)");
        }
    }

    /** Runs in a process of its own: JNA loads its native once. */
    static final class WithoutTheCLibrary {
        private WithoutTheCLibrary() {}

        public static void main(String[] args) {
            System.out.println(Actor.named("mary"));
        }
    }

    @Test
    void fitsIntoTheAuditTrailWhateverTheNameHolds() {
        String odd = Actor.named("DOMAIN\\mary o'neill " + "x".repeat(200));

        assertThat(odd).startsWith("uid:unknown(DOMAIN_mary_o_neill_");
        assertThat(new AuditEntry(Instant.EPOCH, odd, "message.show", "x").actor())
                .isEqualTo(odd);
    }
}
