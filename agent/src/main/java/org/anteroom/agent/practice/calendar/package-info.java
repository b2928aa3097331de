/**
 * Providers' own calendars as files (iCalendar, RFC 5545): what time they take from the appointment book.
 *
 * <pre>
 *   file -> CalendarText -> Components -> Events -> occurrences within a window -> {@code book}
 * </pre>
 *
 * A stranger may have written such a file: what it may cost is limited at each step. Rules are worked out by ical4j, on the wall
 * clock alone; lines and time zones are read here, so that what is wrong is told with its line, and because ical4j 4.0 takes the
 * first change of the clock of a VTIMEZONE for the only one. What an event is about is never kept.
 */
@NullMarked
package org.anteroom.agent.practice.calendar;

import org.jspecify.annotations.NullMarked;
