package org.anteroom.speech;

/**
 * What 20 ms of audio sounded like.
 *
 * @param feed might hold speech, however quiet: must reach the recogniser
 * @param speech somebody seems to be speaking: keeps a turn open
 * @param floorDb the line's own background so far, dBFS
 */
record Activity(boolean feed, boolean speech, double floorDb) {}
