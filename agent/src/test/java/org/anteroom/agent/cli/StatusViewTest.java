package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusViewTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:12:03Z");
    private final StatusView view = new StatusView(NOW, 80, false);

    @Test
    void saysFirstThatAllIsWell() {
        List<String> lines = view.lines(Statuses.WELL);

        assertThat(lines.get(0)).startsWith("Anteroom 1.0").endsWith("Sun 1 Mar 2026, 04:12:03 America/Chicago");
        assertThat(lines.get(2)).isEqualTo("ALL IS WELL  Calls are answered.");
        assertThat(lines)
                .contains("Telephone line  registered since 02:00 (extension 700 of 10.0.0.2:5060)")
                .contains("                the PBX offered PCMU, PCMA, TELEPHONE-EVENT in the call of 02:10")
                .contains("Calls now       1 of at most 4")
                .contains("                  1:03  talking to Anteroom")
                .contains("                  0:03  talking to Anteroom (a drill)")
                .contains("On call now     1. Dr. Okafor's mobile, Dr. Yu's mobile, for 25 s");
    }

    @Test
    void saysWhatNeedsAttentionInWords() {
        String all = String.join("\n", view.lines(Statuses.UNWELL));

        assertThat(all)
                .contains("EMERGENCIES ONLY")
                .contains("  Line:  The PBX 10.0.0.2:5060 refuses extension 700")
                .contains("  Alarm:  line, 1 open, 1 in nobody's hand")
                .contains("the PBX offered G729 in the call of 02:00, refused:")
                .contains("  Note:  call back, 2 open, in hand")
                .contains("none was made yet");
    }

    @Test
    void fitsTheSmallestUsualTerminal() {
        for (ServiceStatus status : List.of(Statuses.WELL, Statuses.UNWELL)) {
            List<String> lines = StatusView.within(24, view.lines(status));
            assertThat(lines).hasSizeLessThan(24).allSatisfy(line -> assertThat(line.length())
                    .isLessThanOrEqualTo(80));
        }
        List<String> many = IntStream.range(0, 50).mapToObj(Integer::toString).collect(Collectors.toList());
        assertThat(StatusView.within(24, many)).hasSize(23).last().asString().contains("--once");
    }

    @Test
    void coloursTakeNoRoomAndControlCharactersNeverGetThrough() {
        ServiceStatus odd =
                Statuses.with(Statuses.WELL, new ServiceStatus.OpenAlarms("line\u001b[2J\nnext", true, 1, 1));

        List<String> plain = view.lines(odd);
        List<String> coloured = new StatusView(NOW, 80, true).lines(odd);

        assertThat(String.join("", plain)).doesNotContain("\u001b").doesNotContain("\n");
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .containsExactlyElementsOf(plain);
    }

    @Test
    void tellsTheHourOfTodayAndTheDayOfAnother() {
        assertThat(StatusView.at(NOW, NOW, ZoneOffset.UTC)).matches("at \\d\\d:\\d\\d");
        assertThat(StatusView.at(NOW.minus(Duration.ofDays(3)), NOW, ZoneOffset.UTC))
                .startsWith("on ");
    }

    @Test
    void tellsTimesAsPeopleDo() {
        assertThat(StatusView.words(Duration.ofSeconds(5))).isEqualTo("5 s");
        assertThat(StatusView.words(Duration.ofSeconds(65))).isEqualTo("1 min");
        assertThat(StatusView.words(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
        assertThat(StatusView.words(Duration.ofHours(50))).isEqualTo("2 d 2 h");
    }

    @Test
    void aServiceThatDoesNotAnswerIsASentence() {
        assertThat(view.trouble("The service is not running."))
                .last()
                .asString()
                .contains("NO ANSWER  The service");
    }
}
