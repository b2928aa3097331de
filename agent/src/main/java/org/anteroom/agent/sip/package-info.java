/**
 * The telephone line: JAIN-SIP behind a few nouns. A {@link org.anteroom.agent.sip.Line} is one registration at the
 * practice's PBX, a {@link org.anteroom.agent.sip.Leg} one dialog on it, an offer/answer exchange becomes an
 * {@link org.anteroom.agent.sip.AgreedStream}.
 *
 * <p>Only messages from the configured PBX enter. Nothing here blocks a caller, touches sound, or logs a number or a
 * name; events are delivered on the {@code sip-line} thread to listeners that only post.
 */
@NullMarked
package org.anteroom.agent.sip;

import org.jspecify.annotations.NullMarked;
