package org.anteroom.agent.rehearsal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anteroom.agent.dialogue.Category;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Message;
import org.junit.jupiter.api.Test;

class StoredRequestTest {

    @Test
    void everyCategoryIsReadBackAsItIsWrittenForStaff() {
        for (Category category : Category.values()) {
            String written = category.name().toLowerCase(Locale.ROOT).replace('_', ' ');

            assertThat(StoredRequest.of(message(written, false)))
                    .isInstanceOfSatisfying(Request.TakeMessage.class, request -> {
                        assertThat(request.category()).isEqualTo(category);
                        assertThat(request.callBack()).isEqualTo("6145550192");
                        assertThat(request.name()).isEqualTo("helen parker");
                        assertThat(request.about()).isEmpty();
                        assertThat(request.details()).containsExactly(new Detail("wants", "book"));
                    });
        }
    }

    @Test
    void aCallerWhoWasGoneBeforeTheEndLeftHalfAMessage() {
        assertThat(StoredRequest.of(message("appointment", true))).isInstanceOf(Request.IncompleteRequest.class);
    }

    private static Message message(String category, boolean incomplete) {
        return new Message(
                1,
                "m1",
                new Draft(
                        Instant.EPOCH,
                        "c1",
                        category,
                        Optional.of("helen parker"),
                        Optional.of("6145550192"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Detail("wants", "book")),
                        incomplete,
                        Optional.empty()));
    }
}
