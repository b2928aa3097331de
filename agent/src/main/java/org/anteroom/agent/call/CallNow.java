package org.anteroom.agent.call;

import java.time.Duration;

/**
 * A call in progress as an operator may see it: nothing about who calls or what is said.
 *
 * @param id in the journal
 * @param lasting since it came in
 * @param stage what happens on it, in plain words
 * @param drill whether it is a rehearsal
 */
public record CallNow(String id, Duration lasting, String stage, boolean drill) {}
