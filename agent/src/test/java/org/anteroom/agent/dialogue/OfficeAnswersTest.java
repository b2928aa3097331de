package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Test;

class OfficeAnswersTest {
    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-11-23T09:15");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-11-23T20:30");

    @Test
    void whoAsksForTheWayWithACarIsToldWhereToPark() {
        assertThat(to(Intent.DIRECTIONS, "where do i park", MORNING)).containsExactly(TemplateId.PARKING_IS);
        assertThat(to(Intent.LOCATION, "is parking in the back", MORNING)).containsExactly(TemplateId.PARKING_IS);
        assertThat(to(Intent.LOCATION, "where are you", MORNING)).containsExactly(TemplateId.ADDRESS_IS);
        assertThat(to(Intent.DIRECTIONS, "how do i get there", MORNING)).containsExactly(TemplateId.DIRECTIONS_ARE);
    }

    @Test
    void stillOpenIsAboutNowAndNotAboutToday() {
        assertThat(to(Intent.HOURS, "are you still open", EVENING))
                .containsExactly(TemplateId.OFFICE_CLOSED, TemplateId.OPENS);
        assertThat(to(Intent.HOURS, "are you still open", MORNING)).containsExactly(TemplateId.HOURS_TODAY);
    }

    @Test
    void aDayAloneFollowsUpAQuestionAboutHours() {
        assertThat(OfficeAnswers.followsUp(Normaliser.words("and friday"))).isTrue();
        assertThat(OfficeAnswers.followsUp(Normaliser.words("friday at ten"))).isFalse();
    }

    private static List<TemplateId> to(Intent intent, String said, LocalDateTime at) {
        Instant now = at.atZone(Example.ZONE).toInstant();
        return new OfficeAnswers(Example.office(), now)
                .to(intent, Normaliser.words(said)).stream().map(Act.Say::id).toList();
    }
}
