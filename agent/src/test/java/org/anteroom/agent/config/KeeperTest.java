package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose files lie beside a configuration that was installed for a service of its own. Only root can give files away. */
final class KeeperTest {
    /** Accounts with a group of the same name that every Debian has. */
    private static final String SERVICE = "mail";

    private static final String SOMEBODY = "games";

    @TempDir
    Path folder;

    @BeforeEach
    void installed() throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
        GroupPrincipal group =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(SERVICE);
        Files.getFileAttributeView(folder, PosixFileAttributeView.class).setGroup(group);
    }

    @Test
    void whatRootKeepsBeforeTheFirstStartIsTheServices() throws Exception {
        Path file = OverridesFile.beside(folder.resolve("anteroom.toml"));
        OverridesFile.write(file, List.of());

        assertThat(Files.getOwner(file).getName()).isEqualTo(SERVICE);
        assertThat(OverridesFile.read(file)).isPresent();
    }

    @Test
    void whatSomebodyElsePutThereIsNotRead() throws Exception {
        Path file = OverridesFile.beside(folder.resolve("anteroom.toml"));
        OverridesFile.write(file, List.of());
        Files.setOwner(file, account(SOMEBODY));

        assertThatThrownBy(() -> OverridesFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("made by " + SOMEBODY + ", not by the service");
    }

    @Test
    void aFolderThatNamesNoServiceKeepsWhatItsOwnerPutsThere() throws Exception {
        GroupPrincipal root =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("root");
        Files.getFileAttributeView(folder, PosixFileAttributeView.class).setGroup(root);
        Files.setOwner(folder, account(SOMEBODY));
        Path file = PinFile.beside(folder.resolve("anteroom.toml"));
        PinFile.write(file, List.of());

        assertThat(Files.getOwner(file).getName()).isEqualTo(SOMEBODY);
        assertThat(PinFile.read(file)).isEmpty();
    }

    @Test
    void whatIsTheServicesAloneIsHiddenFromOthersAndFromNobodyElse() {
        assertThat(Keeper.hides(SERVICE, SERVICE, false)).isTrue();
        assertThat(Keeper.hides(SERVICE, SERVICE, true)).as("to root").isFalse();
        assertThat(Keeper.hides(SERVICE, SOMEBODY, false))
                .as("the service can't read it either")
                .isFalse();
    }

    @Test
    void whoMayNotReadAFileIsToldTheWayTo() {
        assertThat(Keeper.wayIn("jo", "anteroom", true)).contains("use sudo", "sudo adduser jo anteroom");
        assertThat(Keeper.wayIn("jo", "anteroom", false)).isEqualTo("use sudo");
    }

    private UserPrincipal account(String name) throws Exception {
        return folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }
}
