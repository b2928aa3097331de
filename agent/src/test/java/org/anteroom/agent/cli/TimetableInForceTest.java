package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.practice.book.Timetable;
import org.junit.jupiter.api.Test;

class TimetableInForceTest extends AtTheTerminal {

    @Test
    void isMadeAnewOnlyAfterAReloadOrAClosure() throws Exception {
        filledIn();
        PracticeConfig first = read();
        change("[sip]", "[[practice.location]]\nname = \"Harbor\"\n[sip]");
        AtomicReference<Optional<PracticeConfig>> practice = new AtomicReference<>(Optional.of(first));
        AtomicReference<List<PracticeClosure>> closures = new AtomicReference<>(List.of());
        TimetableInForce inForce = new TimetableInForce(first, practice::get, closures::get);

        Timetable before = inForce.get();
        assertThat(inForce.get()).isSameAs(before);
        practice.set(Optional.empty());
        assertThat(inForce.get()).isSameAs(before);
        practice.set(Optional.of(read()));
        Timetable reloaded = inForce.get();
        assertThat(reloaded).isNotSameAs(before);
        LocalDateTime now = LocalDateTime.parse("2026-06-03T10:00");
        closures.set(List.of(new PracticeClosure(1, now, now.plusHours(2), Optional.empty())));
        assertThat(inForce.get()).isNotSameAs(reloaded);
    }

    private PracticeConfig read() throws Exception {
        Path file = folder.resolve("anteroom.toml");
        assertThat(Files.exists(file)).isTrue();
        return Config.load(file).practice();
    }
}
