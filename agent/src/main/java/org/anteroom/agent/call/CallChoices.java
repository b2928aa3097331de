package org.anteroom.agent.call;

import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.emergency.Detector;

/**
 * What may change for calls to come while the service runs.
 *
 * @param detector with the practice's emergency key
 * @param conversation with the practice's choices for night, weekend and lunch
 * @param catalogue every sentence, in the practice's words
 */
public record CallChoices(
        CallSettings settings,
        SpokenPrompts prompts,
        Detector detector,
        Conversation conversation,
        Catalogue catalogue) {}
