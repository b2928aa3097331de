package org.anteroom.agent.cli.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.Keeper;

/**
 * Whether the service could read a file that root names: to root every file looks readable. Judged by owner, group and mode; access
 * lists are not looked at.
 *
 * @param user the account that the service runs as
 * @param group its own group, to which a file is given
 * @param groups all groups it is in, its own included
 */
record ServiceEyes(String user, String group, Set<String> groups) {
    private static final String ROOT = "root";
    private static final Path GROUPS = Path.of("/etc/group");

    ServiceEyes {
        groups = Set.copyOf(groups);
    }

    /** Those of the account named like the group of the configuration's folder; empty where there is none, or we aren't root. */
    static Optional<ServiceEyes> of(Path config) {
        Optional<String> account = Keeper.of(config).account();
        if (account.isEmpty() || !ROOT.equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ServiceEyes(account.get(), account.get(), groupsOf(account.get())));
        } catch (IOException noGroups) {
            return Optional.empty();
        }
    }

    private static Set<String> groupsOf(String user) throws IOException {
        Set<String> groups = new HashSet<>(Set.of(user));
        for (String line : Files.readAllLines(GROUPS, StandardCharsets.UTF_8)) {
            String[] fields = line.split(":", -1);
            if (fields.length == 4 && Arrays.asList(fields[3].split(",")).contains(user)) {
                groups.add(fields[0]);
            }
        }
        return groups;
    }

    /** Why the service can't read it, and what to do; empty when it can, or the file can't be looked at. */
    Optional<String> problem(Path file) {
        try {
            Path real = file.toRealPath();
            for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
                if (!may(
                        folder,
                        PosixFilePermission.OWNER_EXECUTE,
                        PosixFilePermission.GROUP_EXECUTE,
                        PosixFilePermission.OTHERS_EXECUTE)) {
                    return Optional.of(file + " lies in " + folder + ", which the service (user " + user
                            + ") may not enter: move the file beside the configuration");
                }
            }
            return may(
                            real,
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.GROUP_READ,
                            PosixFilePermission.OTHERS_READ)
                    ? Optional.empty()
                    : Optional.of(file + " can't be read by the service (user " + user + "): chgrp " + group + " "
                            + file + " && chmod 0640 " + file);
        } catch (IOException | UnsupportedOperationException notThere) {
            // Whoever reads it says why that fails.
            return Optional.empty();
        }
    }

    private boolean may(Path path, PosixFilePermission owners, PosixFilePermission groups, PosixFilePermission others)
            throws IOException {
        PosixFileAttributes about = Files.readAttributes(path, PosixFileAttributes.class);
        Set<PosixFilePermission> mode = about.permissions();
        if (about.owner().getName().equals(user)) {
            return mode.contains(owners);
        }
        return mode.contains(this.groups.contains(about.group().getName()) ? groups : others);
    }
}
