package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.Doubt;
import org.anteroom.agent.words.Phonetics;
import org.anteroom.speech.Vocabulary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the words of the model that is shipped. */
class HeardNamesTest extends AtTheTerminal {
    private static final Pattern EXAMPLE = Pattern.compile("for example \"([^\"]*)\"");

    private static Vocabulary vocabulary;

    @BeforeAll
    static void read() throws IOException {
        vocabulary = Vocabulary.of(Path.of(System.getProperty("anteroom.model")));
    }

    @BeforeEach
    void configured() throws IOException {
        filledIn();
    }

    @Test
    void aNameOfKnownWordsIsHeard() throws Exception {
        assertThat(doubts("Doctor Smith", "")).isEmpty();
        assertThat(doubts("Dr. Anna O'Brien, DDS", "")).isEmpty();
    }

    @Test
    void aNameThatCanNotBeHeardIsToldWithAnAliasThatCan() throws Exception {
        List<Doubt> doubts = doubts("Doctor Szymanska-Wojciak", "");

        assertThat(doubts).singleElement().satisfies(doubt -> {
            assertThat(doubt.key()).isEqualTo("practice.payer[1].aliases");
            assertThat(doubt.sentence()).contains("\"Szymanska\"").contains("of \"Doctor Szymanska-Wojciak\"");
        });
    }

    @Test
    void anAliasThatCanBeHeardIsEnough() throws Exception {
        assertThat(doubts("Doctor Zyxqwell", "\"doctor sick swell\"")).isEmpty();
        assertThat(doubts("Doctor Zyxqwell", "\"Zyxqwell\"")).hasSize(1);
    }

    @Test
    void capitalsAreReadLetterByLetter() throws Exception {
        assertThat(doubts("QZBX", "")).singleElement().satisfies(doubt -> assertThat(doubt.sentence())
                .contains("for example \"q z b x\""));
    }

    /** Names of doctors that are not in the list of words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ocasio", "Okonkwo", "Szymanski", "Wojciechowski", "Kowalczyk", "Adebayo", "Iyengar", "Vijayaraghavan",
                "Thibodeaux", "Papadimitriou", "Ngozi", "Xiong", "Schwarzbach", "Oyelaran", "Krzysztof", "Huynh"
            })
    void anAliasSoundsLikeTheNameAndIsOfKnownWords(String name) throws Exception {
        for (Doubt doubt : doubts("Doctor " + name, "")) {
            Matcher example = EXAMPLE.matcher(doubt.sentence());
            assertThat(example.find()).as(doubt.sentence()).isTrue();
            assertThat(vocabulary.unknown(List.of(example.group(1)))).isEmpty();
            assertThat(Phonetics.similarity(example.group(1), name))
                    .as(example.group(1))
                    .isGreaterThan(0.7);
        }
    }

    @Test
    void isToldByConfigCheckWhichIsInOrderNevertheless() throws IOException {
        change("[sip]\n", "[[practice.payer]]\nname = \"Zyxqwell Health\"\n[sip]\n");

        Ran checked = run("config", "check", "--config", config());

        assertThat(checked.code()).isZero();
        assertThat(checked.out())
                .contains("is in order")
                .contains("notice: practice.payer[1].aliases: the recogniser can't hear \"Zyxqwell\"");
    }

    /** The time of the processor, which others on the machine don't take. */
    @Test
    void twentyNamesTakeAMomentAtTheStart() throws Exception {
        StringBuilder payers = new StringBuilder();
        for (char letter = 'a'; letter < 'u'; letter++) {
            payers.append("[[practice.payer]]\nname = \"")
                    .append(letter)
                    .append("wojzciecho")
                    .append(letter)
                    .append("vsky\"\n");
        }
        Config config = with(payers.toString());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();

        long began = threads.getCurrentThreadCpuTime();
        assertThat(HeardNames.doubts(config)).hasSize(20);

        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
        assertThat(took).isLessThan(Duration.ofSeconds(4));
    }

    private List<Doubt> doubts(String name, String aliases) throws Exception {
        Config config = with("[[practice.payer]]\nname = \"" + name + "\"\naliases = [" + aliases + "]\n");
        return HeardNames.doubts(config.practice(), vocabulary);
    }

    private Config with(String sections) throws Exception {
        Path file = folder.resolve("named.toml");
        Files.writeString(
                file, Files.readString(folder.resolve("anteroom.toml")).replace("[sip]\n", sections + "[sip]\n"));
        return Config.load(file);
    }
}
