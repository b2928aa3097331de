/**
 * What can be seen of the running receptionist: counters, gauges, health conditions and the names of threads, and the port on
 * which programs of this machine read them. Only numbers and fixed sentences enter; the values of labels are a fixed few, so
 * no caller can end up in one.
 */
@NullMarked
package org.anteroom.agent.watch;

import org.jspecify.annotations.NullMarked;
