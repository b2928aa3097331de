/**
 * What is likely to be said: makes the recogniser's language model expect the sentences of a practice's callers. Works in the build,
 * on files, never in a call.
 *
 * <p>What may enter: the file of the model, and mathematics of n-grams. No sound, no recogniser, no sentences of its own: those are
 * given.
 */
@NullMarked
package org.anteroom.speech.language;

import org.jspecify.annotations.NullMarked;
