/**
 * Words as the recogniser hears them: normalising, what is dictated (numbers, ids, days, spelled
 * names), yes and no, how names sound, and the meaning of a sentence.
 *
 * <p>Everything here is pure: values in, values out, no clock, no I/O. {@link Embedder} alone has a life: it holds a
 * model in native memory from load to close, and is as pure in between. What enters is about English as it is spoken on
 * a phone; what a caller wants is decided in {@code dialogue} and {@code emergency}.
 */
@NullMarked
package org.anteroom.agent.words;

import org.jspecify.annotations.NullMarked;
