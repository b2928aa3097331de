package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    @Test
    void aRowIsARule() {
        Rule rule = read("chest-pain\tchest\talarm\timmediate\t^chest hurts$");
        assertThat(rule.grade()).isEqualTo(Grade.ALARM);
        assertThat(rule.timing()).isEqualTo(Timing.IMMEDIATE);
        assertThat(rule.opens()).isTrue();
        assertThat(rule.closes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "r\tc\tworse\tsettle\tword; the grade must be alarm or concern",
                "r\tc\talarm\tsoon\tword; the timing must be immediate, settle or doubtful",
                "r\tc\talarm\tsettle\t(word; is missing in the pattern",
                "r\tc\talarm\tsettle\tNOCLASS; no word class is called NOCLASS",
                "'\tc\talarm\tsettle\tword'; needs a name"
            })
    void aMalformedRowSaysWhereAndWhat(String row, String message) {
        assertThatThrownBy(() -> read(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rules.tsv line 7")
                .hasMessageContaining(message);
    }

    @Test
    void aPracticesRulesComeBesideTheBaseSet() {
        int base = RuleBook.of(Set.of()).size();
        assertThat(base).isGreaterThan(300);
        for (PracticeType type : PracticeType.values()) {
            assertThat(RuleBook.of(EnumSet.of(type)).size()).isGreaterThan(base);
        }
    }

    private static Rule read(String row) {
        return Rule.of(new TsvFile.Row("rules.tsv", 7, List.of(row.split("\t", -1))), new PhraseParser(new Lexicon()));
    }
}
