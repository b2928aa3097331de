package org.anteroom.agent.rehearsal;

import java.util.Optional;
import org.anteroom.agent.dialogue.TurnMeaning;
import org.anteroom.agent.emergency.Scorer;

/**
 * Everything a conversation in text is held with.
 *
 * @param scorer how much words mean an emergency; without one phrases alone count
 * @param meaning what turns are for; without it reviewed patterns alone count
 */
public record TextScene(
        TextPractice practice, Optional<Scorer> scorer, Optional<TurnMeaning> meaning, TextRecords records) {}
