package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What commands read from the records while no service runs. */
class RecordsCommandsTest extends AtTheTerminal {

    @Test
    void readsTheRecordsItselfWhileNoServiceRuns() throws IOException {
        filledIn();

        Ran list = run("messages", "list", "--config", config());
        Ran calls = run("calls", "--config", config());
        Ran show = run("messages", "show", "7", "--config", config());

        assertThat(list.code()).as(list.err()).isZero();
        assertThat(list.out()).contains("There are no messages.");
        assertThat(calls.out()).contains("There are no calls.");
        assertThat(show.code()).isEqualTo(1);
        assertThat(show.err()).contains("There is no message 7");
    }

    @Test
    void readsTheLogOfAlarmsWithoutTheServiceButNotWhatIsOpen() throws IOException {
        filledIn();

        Ran log = run("alarms", "log", "--config", config());
        Ran list = run("alarms", "--config", config());

        assertThat(log.code()).as(log.err()).isZero();
        assertThat(log.out()).contains("There were no alarms yet.");
        assertThat(list.code()).isEqualTo(1);
        assertThat(list.err()).contains("not running").contains("anteroom alarms log");
    }

    @Test
    void readsEmergenciesWithoutTheServiceAndExportsThemIntoAFileOfTheUsersOwn() throws IOException {
        filledIn();
        Path file = folder.resolve("sentences.tsv");

        Ran list = run("emergencies", "--config", config());
        Ran show = run("emergencies", "show", "7", "--config", config());
        Ran judged = run("emergencies", "outcome", "7", "real", "--config", config());
        Ran wakeUps = run("emergencies", "wakeups", "--config", config());
        Ran export = run("emergencies", "export", file.toString(), "--config", config());
        Ran again = run("emergencies", "export", file.toString(), "--config", config());

        assertThat(list.code()).as(list.err()).isZero();
        assertThat(list.out()).contains("There are no emergencies.");
        assertThat(show.code()).isEqualTo(1);
        assertThat(show.err()).contains("There is no emergency 7");
        assertThat(judged.code()).isEqualTo(1);
        assertThat(judged.err()).contains("There is no emergency 7");
        assertThat(wakeUps.out()).contains("No emergency has rung anybody on call.");
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(export.out()).startsWith("0 sentences written to " + file);
        assertThat(file).hasContent("id\tpractice\tlabel\tcategory\ttext\tnote");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("not written over");
    }

    @Test
    void showsPromisedCallBacksFromTheRecordsWhileNoServiceRuns() throws IOException {
        filledIn();

        assertThat(run("callbacks", "--config", config()).out()).contains("No call-backs were promised.");
        Ran done = run("callbacks", "done", "7", "--config", config());
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err()).contains("No call-back 7 waits");
    }

    @Test
    void saysHowToMendAKeyThatOthersMayRead() throws IOException {
        filledIn();
        Path key = folder.resolve("records.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        Ran open = run("messages", "--config", config());
        Files.delete(key);
        Ran missing = run("messages", "--config", config());

        assertThat(open.code()).isEqualTo(1);
        assertThat(open.err()).contains("chmod 0400");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("missing");
    }
}
