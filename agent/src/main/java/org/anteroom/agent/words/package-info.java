/**
 * Words as the recogniser hears them: normalising, spoken digits and numbers, yes and no.
 *
 * <p>Everything here is pure: values in, values out, no clock, no I/O. What enters is about English as it is spoken on
 * a phone; what a caller wants is decided in {@code dialogue} and {@code emergency}.
 */
@NullMarked
package org.anteroom.agent.words;

import org.jspecify.annotations.NullMarked;
