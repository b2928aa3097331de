/**
 * What can be seen of the running receptionist: counters, gauges, health conditions and the names of threads. Only
 * numbers and fixed sentences enter; nothing here has labels, so no caller can end up in one.
 */
@NullMarked
package org.anteroom.agent.watch;

import org.jspecify.annotations.NullMarked;
