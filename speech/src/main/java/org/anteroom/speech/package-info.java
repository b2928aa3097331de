/**
 * Sound to words and words to sound: streaming recogniser, voice activity, endpointing, voice.
 *
 * <p>Knows nothing of SIP, media streams or patients. Audio comes in and goes out as 8 kHz mono PCM. What callers say
 * and what is spoken to them is in nobody's log, message or name.
 */
package org.anteroom.speech;
