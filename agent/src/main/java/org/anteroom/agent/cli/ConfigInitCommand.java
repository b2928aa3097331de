package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.ConfigText;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.config.KeyGuide;
import org.anteroom.agent.records.VaultException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anteroom config init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a configuration with every setting and its comment, makes the key that records are sealed with"
                    + " (mode 0400), and makes the folder for the records (mode 0700). Folders above them that are missing"
                    + " are made too.",
            "",
            "Nothing that is there already is changed. Fill in every key whose value is empty (\"\"): the practice, the PBX"
                    + " with extension and password, and who is on call; the service doesn't start before. Then: anteroom"
                    + " config check --config FILE, which also tells what else callers would miss, and anteroom serve"
                    + " --config FILE",
            "",
            "What isn't named goes where the installed service has it, and only its user may write there: either run"
                    + " the command as that user, or name all four places.",
            "",
            "Keep a copy of the key in a safe place, not beside a backup of the records: without it no message can be"
                    + " read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo -u anteroom anteroom config init",
            "  anteroom config init --config ./anteroom.toml --key ./records.key --data ./data --socket ./control",
            "",
            "Exit codes: 0 made, or there already; 1 a file or folder can't be written, and the line says the way out;"
                    + " 2 wrong options."
        })
final class ConfigInitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = ConfigOption.DEFAULT,
            description = "The configuration to write (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of(ConfigOption.DEFAULT);

    @Option(
            names = "--key",
            paramLabel = "FILE",
            defaultValue = "/etc/anteroom/records.key",
            description = "The key file to make (default: ${DEFAULT-VALUE}).")
    private Path key = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "/var/lib/anteroom",
            description = "The folder for the records (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Option(
            names = "--socket",
            paramLabel = "FILE",
            defaultValue = "/run/anteroom/control",
            description = "The socket that commands use (default: ${DEFAULT-VALUE}).")
    private Path socket = Path.of("");

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        if (key.toAbsolutePath().normalize().startsWith(data.toAbsolutePath().normalize())) {
            throw Failure.usage("The key " + key + " would lie inside the records " + data
                    + ": whoever copies the records would have the key. Choose another place for one of them.");
        }
        FreshRecords fresh = records();
        out.println(fresh.folder() ? "made      " + data : "kept      " + data);
        out.println(fresh.key() ? "made      " + key + "  (keep a copy in a safe place)" : "kept      " + key);
        out.println(
                configuration()
                        ? "made      " + config + "  (fill in its empty keys, then: anteroom config check --config "
                                + config + ")"
                        : "kept      " + config);
        out.flush();
        return ExitCode.DONE.status();
    }

    private FreshRecords records() throws Failure {
        try {
            return FreshRecords.make(config, data, key);
        } catch (VaultException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw cannot((Files.exists(key) ? "folder " + data : "key " + key), e);
        }
    }

    private boolean configuration() throws Failure {
        try {
            ConfigText reference = ConfigText.reference();
            ConfigText filled = set(reference, "records.folder", data);
            filled = set(filled, "records.key-file", key);
            filled = set(filled, "control.socket", socket);
            Path above = config.toAbsolutePath().getParent();
            if (above != null) {
                Files.createDirectories(
                        above, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
            }
            Files.createFile(
                    config, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
            Files.writeString(config, filled.toString(), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (ConfigException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw cannot("configuration " + config, e);
        }
    }

    /** A path that is the default stays a comment. */
    private static ConfigText set(ConfigText text, String key, Path path) throws ConfigException {
        String value = path.toAbsolutePath().normalize().toString();
        boolean preset = KeyGuide.of(key)
                .filter(guide -> guide.preset().equals("\"" + value + "\""))
                .isPresent();
        return preset ? text : text.with(key, value);
    }

    private static Failure cannot(String what, IOException e) {
        return Failure.failed("The " + what + " cannot be made (" + FileTrouble.why(e)
                + "). Choose places that you may write to: anteroom config init --config FILE --key FILE --data FOLDER --socket FILE. For the installed service"
                + " run it as the service's user: sudo -u anteroom anteroom config init");
    }
}
