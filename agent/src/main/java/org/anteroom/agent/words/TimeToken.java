package org.anteroom.agent.words;

/**
 * A word or phrase as the grammar of time sees it.
 *
 * @param value what {@link TimeSort} says
 * @param text the words, with single spaces
 * @param from the place of its first word in what was said
 * @param to the place after its last word
 */
record TimeToken(TimeSort sort, int value, String text, int from, int to) {}
