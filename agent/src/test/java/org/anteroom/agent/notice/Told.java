package org.anteroom.agent.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.watch.Counters;

/** What came over one channel that folds as a real one does, but sends at once. */
final class Told {
    final List<Notice> notices = new ArrayList<>();
    private final String name;
    private final Duration after;
    private boolean broken;

    Told(String name, int afterMinutes) {
        this.name = name;
        this.after = Duration.ofMinutes(afterMinutes);
    }

    Outlet outlet() {
        return new DirectOutlet(new Route(name, after, true), this::take, new Counters());
    }

    void broken(boolean now) {
        broken = now;
    }

    private void take(Notice notice, AckDesk desk) throws Undelivered {
        if (broken) {
            throw Undelivered.forNow("The server is down.");
        }
        notices.add(notice);
    }

    List<String> titles() {
        return notices.stream().map(Notice::title).toList();
    }
}
