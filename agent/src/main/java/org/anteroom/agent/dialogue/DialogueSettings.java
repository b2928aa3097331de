package org.anteroom.agent.dialogue;

/**
 * The practice's choices for conversations.
 *
 * @param connectClinicianOnCall whether a caller who asks for the clinician on call is connected; otherwise a message
 *     is offered
 */
public record DialogueSettings(boolean connectClinicianOnCall) {}
