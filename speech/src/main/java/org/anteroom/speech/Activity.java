package org.anteroom.speech;

/**
 * What 20 ms of audio sounded like.
 *
 * @param feed might hold speech, however quiet: must reach the recogniser
 * @param speech somebody seems to be speaking: keeps a turn open
 */
record Activity(boolean feed, boolean speech) {}
