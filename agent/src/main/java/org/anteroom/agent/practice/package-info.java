/**
 * What the practice knows and keeps: when it is open, and the inbox of messages; below it, its appointment {@code book}.
 * Only administrative facts enter; everything about a caller is sealed before it leaves this room for the disk.
 */
@NullMarked
package org.anteroom.agent.practice;

import org.jspecify.annotations.NullMarked;
