package org.anteroom.agent.cli.setup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a draft on the disk: everything is written beside its place first and checked there, and then moved, the configuration
 *  last. Whatever fails before leaves every file as it was. What root writes belongs to the service's group.
 */
final class Writing {
    static final String BEFORE = ".before-setup";

    private static final String FRESH = ".setup";
    private static final String GROUP = "anteroom";
    private static final List<String> PASSWORDS =
            List.of("sip.password-file", "drill.password-file", "drill.auto-password-file");
    private static final Set<PosixFilePermission> CONFIG = PosixFilePermissions.fromString("rw-r-----");
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("r--------");
    private static final Set<PosixFilePermission> GROUPS = PosixFilePermissions.fromString("r--r-----");

    private final Draft draft;
    private final Installation installation;
    private final Optional<GroupPrincipal> group;
    private final List<Path> fresh = new ArrayList<>();

    Writing(Draft draft, Installation installation) {
        this.draft = draft;
        this.installation = installation;
        this.group = "root".equals(System.getProperty("user.name")) ? serviceGroup(draft.file()) : Optional.empty();
    }

    /** Checks and writes.
     *
     *  @return what was written or made, a line each
     *  @throws Stopped with everything that is wrong; then nothing was changed
     */
    List<String> write() throws Stopped {
        Path file = draft.file();
        try {
            Map<String, Path> secrets = new LinkedHashMap<>();
            for (Map.Entry<String, String> secret : draft.secrets().entrySet()) {
                Path beside = beside(draft.path(secret.getKey()));
                put(beside, secret.getValue() + "\n", group.isPresent() ? GROUPS : OWN);
                secrets.put(secret.getKey(), beside);
            }
            List<String> done = new ArrayList<>(check(secrets));
            Path config = beside(file);
            put(config, draft.text().toString(), CONFIG);
            boolean old = Files.exists(file);
            if (old) {
                Path kept = beside(before(file));
                put(kept, Files.readString(file), CONFIG);
                move(kept, before(file));
                done.add(before(file) + "  (as it was)");
            }
            for (Map.Entry<String, Path> secret : secrets.entrySet()) {
                move(secret.getValue(), draft.path(secret.getKey()));
                done.add(draft.path(secret.getKey()) + "  (a password)");
            }
            move(config, file);
            done.add(file.toString());
            return done;
        } catch (IOException e) {
            throw Stopped.failed(
                    "The configuration can't be written (" + e.getClass().getSimpleName() + ": "
                            + e.getMessage()
                            + "), and was left as it is. Run this as root, or name a place you may write to with"
                            + " --config.");
        } finally {
            clear();
        }
    }

    /** With the passwords where they are now: beside their places. */
    private List<String> check(Map<String, Path> secrets) throws IOException, Stopped {
        Path trial = draft.file().resolveSibling("." + draft.file().getFileName() + ".check");
        put(trial, draft.textWith(secrets).toString(), CONFIG);
        List<String> made = installation.makeRecords(trial);
        List<String> problems = new ArrayList<>(installation.problems(trial));
        ServiceEyes.of(draft.file()).ifPresent(service -> PASSWORDS.stream()
                .filter(key -> !secrets.containsKey(key) && !draft.value(key).isEmpty())
                .forEach(key -> service.problem(draft.path(key))
                        .ifPresent(why -> problems.add(draft.file() + ": " + key + ": " + why))));
        if (!problems.isEmpty()) {
            throw Stopped.configuration(String.join("\n", problems)
                            .replace(trial.toString(), draft.file().toString())
                    + "\nThe configuration would be wrong, so it was not written: run anteroom setup again.");
        }
        return made;
    }

    private void put(Path path, String text, Set<PosixFilePermission> mode) throws IOException {
        Files.deleteIfExists(path);
        fresh.add(path);
        try (FileChannel channel = FileChannel.open(
                path,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWN))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (group.isPresent()) {
            Files.getFileAttributeView(path, PosixFileAttributeView.class).setGroup(group.get());
        }
        Files.setPosixFilePermissions(path, mode);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = to.getParent();
        if (folder != null) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private void clear() {
        for (Path path : fresh) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // It is no file of anybody's; the next setup takes its place.
                continue;
            }
        }
    }

    private static Path beside(Path path) {
        return path.resolveSibling("." + path.getFileName() + FRESH);
    }

    static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + BEFORE);
    }

    private static Optional<GroupPrincipal> serviceGroup(Path file) {
        try {
            if (Files.exists(file)) {
                return Optional.of(
                        Files.readAttributes(file, PosixFileAttributes.class).group());
            }
            return Optional.of(
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(GROUP));
        } catch (UserPrincipalNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
