package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose the files are that are kept beside a configuration: the service's user. That is the account named like the group of the
 *  folder, as the package installs it (root:anteroom, sticky); where there is no such account, the owner of the folder. Members
 *  of the group may create files in that folder, so what somebody else owns there is never read, and nobody but root and the
 *  service writes one.
 */
public final class Keeper {
    private static final String ROOT = "root";

    private final @Nullable UserPrincipal service;
    /** Whether the folder names it. */
    private final boolean named;

    private final String us = System.getProperty("user.name");

    private Keeper(@Nullable UserPrincipal service, boolean named) {
        this.service = service;
        this.named = named;
    }

    /** Of a file, which need not be there. */
    public static Keeper of(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            return folder == null ? new Keeper(null, false) : ofFolder(folder);
        } catch (IOException | UnsupportedOperationException notThere) {
            return new Keeper(null, false);
        }
    }

    private static Keeper ofFolder(Path folder) throws IOException {
        String group =
                Files.readAttributes(folder, PosixFileAttributes.class).group().getName();
        UserPrincipalLookupService accounts = folder.getFileSystem().getUserPrincipalLookupService();
        if (!ROOT.equals(group)) {
            try {
                return new Keeper(accounts.lookupPrincipalByName(group), true);
            } catch (UserPrincipalNotFoundException noAccount) {
                return new Keeper(Files.getOwner(folder), false);
            }
        }
        return new Keeper(Files.getOwner(folder), false);
    }

    /** The account that the folder names; empty where there is no such account. */
    public Optional<String> account() {
        return named ? Optional.ofNullable(service).map(UserPrincipal::getName) : Optional.empty();
    }

    /** Whether a file is the service's alone and we are somebody else, who may not read it: as it should be. */
    public boolean hides(Path file) {
        try {
            return account().isPresent()
                    && hides(account().get(), Files.getOwner(file).getName(), Files.isReadable(file));
        } catch (IOException notThere) {
            return false;
        }
    }

    /** @param readable to us */
    static boolean hides(String service, String owner, boolean readable) {
        return !readable && owner.equals(service);
    }

    /** What somebody does who may not read a file: whoever is in the service's group may read what the group may. */
    String wayTo(Path file) {
        return account()
                .filter(service -> !us.equals(service) && !us.equals(ROOT))
                .map(service -> wayIn(us, service, forTheGroup(file)))
                .orElse("check that it is a file the service may read");
    }

    /** @param service the account, and its group
     *  @param forTheGroup whether the group may read the file
     */
    static String wayIn(String us, String service, boolean forTheGroup) {
        return forTheGroup
                ? "use sudo, or become a member of group " + service + " and log in again: sudo adduser " + us + " "
                        + service
                : "use sudo";
    }

    private static boolean forTheGroup(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.GROUP_READ);
        } catch (IOException hidden) {
            // The folder itself is closed to us, as it is not to the group.
            return true;
        }
    }

    /** @throws AccessDeniedException when the file would belong to somebody who is neither the service nor root */
    void mayBeUs(Path file) throws AccessDeniedException {
        if (service != null && named && !ROOT.equals(us) && !us.equals(service.getName())) {
            throw new AccessDeniedException(file.toString(), null, "it is for " + service.getName() + " and root");
        }
    }

    /** What root writes while the service is stopped must be readable to the service, and replaceable. */
    public void takes(Path fresh) throws IOException {
        if (service != null && ROOT.equals(us)) {
            Files.setOwner(fresh, service);
        }
    }

    /** A sentence when somebody else than the service, root and us has made the file. */
    Optional<String> strangerTo(Path file) {
        if (service == null || !named) {
            return Optional.empty();
        }
        try {
            String owner = Files.getOwner(file).getName();
            boolean known = owner.equals(ROOT) || owner.equals(us) || owner.equals(service.getName());
            return known
                    ? Optional.empty()
                    : Optional.of("was made by " + owner + ", not by the service, so it is not used; if it is yours, as"
                            + " after a restore: chown " + service.getName() + " " + file + "; else remove it");
        } catch (IOException | UnsupportedOperationException notThere) {
            // Whoever reads it tells why that fails.
            return Optional.empty();
        }
    }
}
