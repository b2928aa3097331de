package org.anteroom.agent.rehearsal.calls;

import java.util.Locale;
import java.util.Optional;
import org.anteroom.agent.dialogue.Category;
import org.anteroom.agent.dialogue.Clip;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Message;

/** What a stored message was as a request, so that calls in text and over the telephone are judged alike. */
final class StoredRequest {
    private static final int SAMPLES_PER_MS = 8;

    private StoredRequest() {}

    static Request of(Message message) {
        Draft stored = message.content();
        Category category =
                Category.valueOf(stored.category().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
        Optional<Clip> clip =
                stored.clip().map(part -> new Clip(part.from() / SAMPLES_PER_MS, part.to() / SAMPLES_PER_MS));
        if (stored.incomplete()) {
            return new Request.IncompleteRequest(
                    category,
                    stored.callerName(),
                    stored.callBack(),
                    stored.callBack().isPresent(),
                    stored.about(),
                    stored.details(),
                    Optional.empty(),
                    Optional.empty());
        }
        return new Request.TakeMessage(
                category,
                stored.callerName().orElse(""),
                stored.callBack().orElse(""),
                stored.about().orElse(""),
                stored.details(),
                Optional.empty(),
                clip,
                clip);
    }
}
