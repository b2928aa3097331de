package org.anteroom.agent.cli;

import java.util.Optional;
import org.anteroom.agent.dialogue.TurnMeaning;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.speech.Ears;
import org.anteroom.speech.Voice;

/** What an appliance hears, speaks and judges with. They take seconds to make and know nothing of a practice, so whoever starts
 *  one appliance after the other may make them once and lend them; they stay the lender's.
 *
 *  @param meaning empty where the sentence model can't be used
 *  @param meanings what turns are for, by the same model
 */
record Senses(Ears ears, Voice voice, Optional<Meaning> meaning, Optional<TurnMeaning> meanings)
        implements AutoCloseable {

    @Override
    public void close() {
        meaning.ifPresent(Meaning::close);
        voice.close();
        ears.close();
    }
}
