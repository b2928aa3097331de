package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PINs and proxies at the terminal, while no service runs. */
class PatientsCommandsTest extends AtTheTerminal {

    @BeforeEach
    void onePatient() throws IOException {
        filledIn();
        String csv = "external-id,name,birth,phone,animal\np1,Ann Oakley,1980-02-29,2125550173,\np2,Tom Reed,,,Bella\n";
        String file = Files.writeString(folder.resolve("patients.csv"), csv).toString();
        assertThat(run("book", "import", "patients", file, "--config", config()).code())
                .isZero();
    }

    @Test
    void listsPatientsAndAnimalsWithTheirNumbers() {
        assertThat(patients("", "list").out().lines())
                .anyMatch(line -> line.matches(" +1 +1980-02-29 .*Ann Oakley"))
                .anyMatch(line -> line.matches(" +2 +- .*Bella \\(Tom Reed\\)"));
    }

    @Test
    void keepsAPinThatIsReadFromStandardInputAndRemovesIt() {
        Ran made = patients("4821\n", "pin", "1");

        assertThat(made.out()).isEqualToNormalizingNewlines("The PIN of patient 1 is kept.\n");
        assertThat(patients("", "pin", "1", "--remove").out()).contains("is removed");
        assertThat(patients("", "pin", "1", "--remove").err()).contains("has no PIN");
        assertThat(patients("4821\n", "pin", "7").err()).contains("There is no patient 7");
    }

    @Test
    void refusesPinsThatAnybodyWouldTryAndShowsNoneOfThem() {
        for (String easy : new String[] {"1234", "12", "1111", "0482", "0173", "5550173"}) {
            Ran ran = patients(easy + "\n", "pin", "1");

            assertThat(ran.code()).as(easy).isEqualTo(2);
            assertThat(ran.err()).contains("The PIN must").doesNotContain(easy);
        }
    }

    @Test
    void listsAProxyWhoseNameAndPinAreReadFromStandardInput() {
        Ran added = patients(
                "Claire Oakley\n7731\n",
                "proxy",
                "add",
                "1",
                "--relation",
                "daughter",
                "--tasks",
                "cancel,book",
                "--until",
                "2030-12-31");
        patients("Max Oakley\n", "proxy", "add", "1", "--relation", "ex husband", "--blocked", "--until", "2020-12-31");

        assertThat(added.out()).contains("proxy 1 of patient 1 is listed");
        assertThat(patients("", "proxy", "list", "1").out())
                .contains("2030-12-31  Claire Oakley", "daughter          book, cancel")
                .contains("Max Oakley", "nothing: kept away by a court's order")
                .doesNotContain("7731");
        assertThat(patients("", "proxy", "remove", "1").out()).contains("proxy 1 is off the list");
        assertThat(patients("", "proxy", "remove", "1").err()).contains("There is no proxy 1");
        assertThat(patients("", "proxy", "list", "2").out()).contains("Nobody is listed");
    }

    @Test
    void saysWhatIsWrongWithAProxy() {
        assertThat(add("\n", "book", "2030-12-31").err()).contains("No name of the proxy was given");
        assertThat(add("Claire\n7731\n", "book,dance", "2030-12-31").err()).contains("--tasks must name some of book");
        assertThat(add("Claire\n7731\n", "book", "soon").err()).contains("--until must be a date");
        assertThat(patients("", "proxy", "list", "1").out()).contains("Nobody is listed");
    }

    @Test
    void aRequestShowsNoPin() {
        assertThat(new ControlRequest(Verb.SET_PATIENT_PIN, 1).with("4821"))
                .asString()
                .doesNotContain("4821");
    }

    private Ran add(String typed, String tasks, String until) {
        return patients(typed, "proxy", "add", "1", "--relation", "daughter", "--tasks", tasks, "--until", until);
    }

    private Ran patients(String typed, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(Stream.of(new String[] {"patients"}, arguments, new String[] {"--config", config()})
                    .flatMap(Stream::of)
                    .toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }
}
