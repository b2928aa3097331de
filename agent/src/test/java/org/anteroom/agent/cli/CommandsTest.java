package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every command as a person at a terminal meets it: exit code, standard output, standard error. */
class CommandsTest extends AtTheTerminal {

    @Test
    void saysThatNoServiceRunsAndEndsWithOne() throws IOException {
        filledIn();

        Ran ran = run("status", "--config", config());
        Ran json = run("status", "--json", "--config", config());

        assertThat(ran.code()).isOne();
        assertThat(ran.out()).contains("not running").contains("systemctl start anteroom");
        assertThat(json.code()).isOne();
        assertThat(json.out().lines()).singleElement().asString().startsWith("{\"running\":false");
    }

    @Test
    void showsTheStatusOfTheRunningService() throws Exception {
        filledIn();
        for (ServiceStatus status : List.of(Statuses.WELL, Statuses.UNWELL)) {
            StatusDesk desk = new StatusDesk((request, who, lines) -> {}, () -> status);
            try (ControlServer server = new ControlServer(folder.resolve("control"), desk, new Counters())) {
                Ran ran = run("status", "--config", config());

                assertThat(ran.code()).isEqualTo(status.well() ? 0 : 1);
                assertThat(ran.err()).isEmpty();
                assertThat(ran.out()).contains("Telephone line").doesNotContain("\u001b");
                assertThat(run("status", "--json", "--config", config()).out().strip())
                        .isEqualTo(StatusJson.write(status));
            }
        }
    }

    @Test
    void aNativePartThatCantBeLoadedIsASentenceToo() {
        StringWriter err = new StringWriter();
        CommandLine broken = new CommandLine(CommandSpec.wrapWithoutInspection((Runnable) () -> {
                    throw new UnsatisfiedLinkError("libvosk.so");
                }))
                .setErr(new PrintWriter(err));
        assertThat(Anteroom.status(broken)).isEqualTo(1);
        assertThat(err.toString()).contains("libvosk.so").contains("install Anteroom again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "status",
                "demo",
                "config",
                "config init",
                "config check",
                "config explain",
                "config diff",
                "log",
                "messages",
                "calls",
                "oncall",
                "alarms",
                "oncall now",
                "oncall next",
                "oncall override",
                "oncall pin",
                "oncall test",
                "closure",
                "desk",
                "staff",
                "staff pin",
                "callbacks",
                "book",
                "book list",
                "book cancel",
                "book import",
                "book export",
                "book out",
                "book in",
                "patients",
                "patients list",
                "patients pin",
                "patients proxy",
                "patients proxy add",
                "patients proxy list",
                "patients proxy remove",
                "evaluate",
                "evaluate emergency",
                "evaluate audio",
                "evaluate nights",
                "evaluate numbers",
                "evaluate when",
                "evaluate requests",
                "evaluate calls",
                "emergencies",
                "emergencies export"
            })
    void explainsItself(String command) {
        Ran ran = run((command + " --help").strip().split(" "));

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Usage: anteroom");
        if (!command.matches("|config|evaluate")) {
            assertThat(ran.out()).contains("Examples:").contains("Exit codes:");
        }
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "serve --nonsense",
                "serve extra",
                "config",
                "evaluate",
                "evaluate audio",
                "log --for 10m",
                "log debug --nonsense",
                "config diff --running other.toml",
                "status now",
                "messages sho 1",
                "messages show",
                "messages show x",
                "messages show 0",
                "messages list 3",
                "calls what",
                "oncall",
                "oncall ring",
                "alarms ack",
                "alarms ack 0",
                "alarms list 3",
                "alarms shout",
                "oncall override",
                "oncall pin",
                "oncall override --list --remove 1",
                "oncall override --rota dentists --who Reed",
                "closure until",
                "closure end 2026-12-24T17:00",
                "closure list --reason snow",
                "closure tomorrow",
                "desk all",
                "desk end 2026-12-24T17:00",
                "desk tomorrow",
                "staff",
                "staff pin",
                "callbacks done",
                "callbacks list 3",
                "book",
                "book list today",
                "book list --day tomorrow",
                "book cancel",
                "book cancel 0",
                "book out ortiz",
                "book out --until 2026-06-03T17:00",
                "book in",
                "patients",
                "patients pin",
                "patients pin 0",
                "patients pin 12 4821",
                "patients proxy",
                "patients proxy add 12 --relation mother --until 2027-06-30",
                "patients proxy add 12 --relation mother --tasks book",
                "patients proxy list 0",
                "patients proxy remove",
                "book import patients",
                "book import providers providers.csv",
                "book export patients",
                "emergencies outcome 3",
                "emergencies outcome 3 maybe",
                "emergencies show",
                "emergencies show 3 real",
                "emergencies list 3",
                "emergencies export",
                "evaluate nights",
                "evaluate when",
                "evaluate requests"
            })
    void refusesAWrongCommandLineInOneLineWithExitCode2(String line) {
        Ran ran = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("anteroom: ")
                .contains("--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "config check",
                "messages",
                "calls",
                "emergencies",
                "oncall test",
                "alarms",
                "closure",
                "callbacks",
                "book list"
            })
    void saysThatTheConfigurationIsMissing(String command) {
        String[] args = (command + " --config " + folder.resolve("none.toml")).split(" ");

        Ran ran = run(args);

        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("none.toml")
                .contains("config init");
    }

    @Test
    void needsTheServiceToRingThePeopleOnCall() throws IOException {
        filledIn();

        Ran ran = run("oncall", "test", "--config", config());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("not running");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version").out()).startsWith("anteroom ").contains("(Java ");
    }

    @Test
    void aMistypedCommandIsToldWhatIsNear() {
        Ran ran = run("statsu");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("did you mean status?");
    }
}
