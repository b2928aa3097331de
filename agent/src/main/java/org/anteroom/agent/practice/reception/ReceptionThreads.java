package org.anteroom.agent.practice.reception;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.ThreadNames;

/**
 * The threads that compare names and PINs: a tenth of a second of computing each, which neither a call's mailbox nor the
 * writer of the records may spend. Two of the process, that end by themselves when nobody asks: there is nothing to close.
 */
final class ReceptionThreads {
    private static final int MOST = 2;
    private static final long IDLE_SECONDS = 30;

    static final Executor SHARED = made();

    private ReceptionThreads() {}

    private static Executor made() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                ThreadNames.numbered(ThreadNames.RECEPTION));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
