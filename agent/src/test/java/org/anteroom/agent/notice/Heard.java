package org.anteroom.agent.notice;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What an outlet said of its messages, in order. */
final class Heard implements Feedback {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Override
    public boolean wanted(Notice notice) {
        return true;
    }

    @Override
    public void delivered(Notice notice, String channel) {
        said.add(channel + " carried " + notice.number());
    }

    @Override
    public void failed(Notice notice, String channel, String sentence, boolean last) {
        said.add(channel + (last ? " gave up " : " failed ") + notice.number() + ": " + sentence);
    }

    @Override
    public Answer acknowledge(long number, String actor) {
        return Answer.NOT_OPEN;
    }

    /** The next thing said, waited for. */
    String next() throws InterruptedException {
        String next = said.poll(30, TimeUnit.SECONDS);
        return next == null ? "nothing within 30 s" : next;
    }
}
