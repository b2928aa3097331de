package org.anteroom.agent.config;

/** What kind of practice it is: chooses the emergency phrases and the spoken sentences. */
public enum PracticeType {
    DENTAL,
    MEDICAL,
    VETERINARY,
    MENTAL_HEALTH
}
