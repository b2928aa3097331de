package org.anteroom.agent.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceEyesTest {
    @TempDir
    Path folder;

    private Path file;
    private String owner;
    private String group;

    @BeforeEach
    void make() throws Exception {
        mode(folder, "rwx--x--x");
        file = Files.writeString(folder.resolve("password"), "hush\n");
        PosixFileAttributes about = Files.readAttributes(file, PosixFileAttributes.class);
        owner = about.owner().getName();
        group = about.group().getName();
    }

    @ParameterizedTest
    @CsvSource({"rw-------, false", "rw-r-----, true", "rw----r--, false"})
    void readsAsAMemberOfTheGroupWhatTheGroupMayRead(String mode, boolean may) throws Exception {
        mode(file, mode);
        assertThat(new ServiceEyes("somebody", "somebody", Set.of("somebody", group))
                        .problem(file)
                        .isEmpty())
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----, false", "rw-r--r--, true"})
    void readsAsAStrangerWhatEverybodyMayRead(String mode, boolean may) throws Exception {
        mode(file, mode);
        assertThat(stranger().problem(file).isEmpty()).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"r--------, true", "---r-----, false"})
    void readsAsTheOwnerWhatTheOwnerMayRead(String mode, boolean may) throws Exception {
        mode(file, mode);
        assertThat(new ServiceEyes(owner, group, Set.of(group)).problem(file).isEmpty())
                .isEqualTo(may);
    }

    @Test
    void saysWhatToDo() throws Exception {
        mode(file, "rw-------");
        assertThat(stranger().problem(file))
                .contains(file + " can't be read by the service (user somebody): chgrp somebody " + file
                        + " && chmod 0640 " + file);
    }

    @Test
    void aFolderThatTheServiceMayNotEnterHidesWhatIsInIt() throws Exception {
        mode(file, "rw-r--r--");
        mode(folder, "rwx------");
        assertThat(stranger().problem(file))
                .hasValueSatisfying(why -> assertThat(why).contains("which the service (user somebody) may not enter"));
    }

    private static ServiceEyes stranger() {
        return new ServiceEyes("somebody", "somebody", Set.of("somebody"));
    }

    private static void mode(Path path, String mode) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
