package org.anteroom.media;

/**
 * A key of the phone, pressed once.
 *
 * @param key one of {@code 0-9 * # A-D}
 * @param durationMs how long it had been held when it was reported, in ms; a key still held is reported after 100 ms
 * @param sampleOffset position in the port's audio, in samples, the same count that taps see
 */
public record Digit(char key, int durationMs, long sampleOffset) {}
