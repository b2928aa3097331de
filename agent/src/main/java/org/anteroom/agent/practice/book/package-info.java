/**
 * The practice's appointment book: which times can be offered, who has which, and that no two visits ever get one.
 *
 * <pre>
 *   Wish -> SlotSearch(Timetable, Taken, now) -> at most three Offers -> Book.hold -> Book.book
 * </pre>
 *
 * Times are counted in cells of five minutes. Whoever holds or has a time owns its cells in the table {@code occupied}, whose
 * primary key is what keeps two visits apart; everything in memory only says what is worth asking for.
 */
@NullMarked
package org.anteroom.agent.practice.book;

import org.jspecify.annotations.NullMarked;
