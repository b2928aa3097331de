package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaintainerScriptsTest {

    private static final Path SCRIPTS = Path.of("src/control");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postinst", "prerm", "postrm"})
    void areScriptsOfThePlainShellThatStopAtTheFirstFault(String name) throws Exception {
        assertThat(Files.readString(SCRIPTS.resolve(name))).startsWith("#!/bin/sh\nset -e\n");
        assertThat(Peer.run(
                        SOON,
                        List.of(
                                "sh",
                                "-n",
                                SCRIPTS.resolve(name).toAbsolutePath().toString())))
                .isEmpty();
    }

    @Test
    void keyIsLookedForWhereTheConfigurationNamesIt() throws Exception {
        assertThat(
                        namedKey(
                                """
                        [sip]
                        key-file = "not this"
                        [records]
                        #key-file = "/nor/this"
                          key-file = "/keys/our key" # because
                        [recording]
                        key-file = "nor this"
                        """))
                .isEqualTo("/keys/our key");
        assertThat(namedKey("[records]\nkey-file='records.key'\n")).isEqualTo("records.key");
    }

    @Test
    void keyIsAtItsDefaultWhereTheConfigurationNamesNone() throws Exception {
        assertThat(namedKey("[records]\n#key-file = \"/etc/anteroom/records.key\"\n"))
                .isEmpty();
    }

    private String namedKey(String configuration) throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("anteroom.toml"), configuration);
        String postinst = Files.readString(SCRIPTS.resolve("postinst"));
        int start = postinst.indexOf("named_key() {");
        String function = postinst.substring(start, postinst.indexOf("\n}\n", start) + 3);
        return Peer.run(SOON, List.of("sh", "-c", "config=" + config + "\n" + function + "named_key"));
    }
}
