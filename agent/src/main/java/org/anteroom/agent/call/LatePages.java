package org.anteroom.agent.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Journals of calls that ended while the disk refused them, in memory until it takes them; bounded, the oldest makes room. An
 * emergency that was served then is on record afterwards, unless the service ends before. Any thread.
 */
final class LatePages {
    /** More calls than a practice has in a night. */
    private static final int MOST = 256;

    private final Deque<CallLog.Page> pages = new ArrayDeque<>();

    /** Keeps a page; false when an older one was lost for it. */
    synchronized boolean add(CallLog.Page page) {
        pages.add(page);
        if (pages.size() <= MOST) {
            return true;
        }
        pages.poll();
        return false;
    }

    /** Hands over what waits, the oldest first. */
    synchronized List<CallLog.Page> take() {
        List<CallLog.Page> taken = List.copyOf(pages);
        pages.clear();
        return taken;
    }
}
