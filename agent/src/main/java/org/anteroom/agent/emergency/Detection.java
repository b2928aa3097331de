package org.anteroom.agent.emergency;

import java.util.Optional;

/**
 * What one piece of evidence led to.
 *
 * @param state the state to go on from
 * @param decision present when the grade rose: act on it before anything else
 * @param personAsked true when the caller asked for a person by key: follows the hours policy, is no emergency
 */
public record Detection(DetectorState state, Optional<Decision> decision, boolean personAsked) {}
