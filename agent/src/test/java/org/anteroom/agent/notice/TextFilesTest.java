package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.anteroom.agent.config.TextConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir
    Path folder;

    private Path password;
    private Path authority;

    @BeforeEach
    void write() throws Exception {
        password = Files.writeString(folder.resolve("password"), "hush-8ch\n");
        authority = Files.writeString(folder.resolve("ca.pem"), "a certificate\n");
    }

    @Test
    void areTheSameUntilOneOfThemIsChangedMissingOrNoText() throws Exception {
        TextFiles before = now();
        assertThat(now()).isEqualTo(before);

        Files.writeString(authority, "another\n");
        TextFiles renewed = now();
        assertThat(renewed).isNotEqualTo(before);
        Files.write(password, new byte[] {(byte) 0xFF, (byte) 0xFE});
        TextFiles binary = now();
        assertThat(binary).isNotEqualTo(renewed);
        Files.delete(password);
        assertThat(now()).isNotEqualTo(binary);
        assertThat(now().password()).isEmpty();
    }

    @Test
    void areNoneWithoutAGateway() {
        assertThat(TextFiles.of(TextConfig.NONE)).isEqualTo(new TextFiles(Optional.empty(), Optional.empty()));
    }

    @Test
    void doNotShowWhatTheyHold() {
        assertThat(now().toString()).doesNotContain("hush").doesNotContain("certificate");
    }

    private TextFiles now() {
        return TextFiles.of(new TextConfig(
                Optional.of("127.0.0.1"),
                3550,
                true,
                Optional.of(authority),
                Optional.of("anteroom"),
                Optional.of(password),
                Optional.of("+16145550100"),
                Optional.empty(),
                1,
                5));
    }
}
