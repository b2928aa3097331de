/**
 * Tells people that something needs them: alarms, sent once per window and again, louder, while nobody cleared them.
 * Only fixed sentences and ids enter, so an alarm can go over any channel.
 */
@NullMarked
package org.anteroom.agent.notice;

import org.jspecify.annotations.NullMarked;
