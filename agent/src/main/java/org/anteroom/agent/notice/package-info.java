/**
 * Tells people that something needs them: alarms, sent once per window, and again and to further people while a grave one
 * is in nobody's hand. Only fixed sentences and ids enter, so an alarm can go over any channel. {@link
 * org.anteroom.agent.notice.Alarms} is the one door; a {@link org.anteroom.agent.notice.Channel} carries messages and may
 * bring back that somebody took one. Nothing here makes whoever raises an alarm wait.
 */
@NullMarked
package org.anteroom.agent.notice;

import org.jspecify.annotations.NullMarked;
