package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.call.CallObserver;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The receptionist until it is told to stop. One that began for emergencies only starts anew by itself, with everything,
 *  as soon as what was broken is mended and nobody is on the line: who mends it at night need not know that a restart is
 *  wanted. A start that ends for emergencies only again makes the next one wait twice as long. The service manager is told
 *  how it goes; a stop waits for an emergency that is on the line.
 *
 *  <p>{@link #run} on one thread; {@link #stop} and {@link #close} on any, also while it starts.
 */
final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    static final Duration LOOK = Duration.ofMinutes(1);
    private static final int LONGEST_LOOKS = 64;
    /** The first start renders the sentences with the practice's name, a minute on a slow machine. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

    private final Path file;
    private final CallObserver observer;
    private final Optional<Senses> lent;
    private final Duration look;
    private final ServiceNotice notice;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ReloadTurns reloads = new ReloadTurns(this::reloaded);
    private volatile @Nullable Appliance running;
    /** What the last reload left behind, for the manager's status; empty when it was in order. */
    private volatile String refused = "";

    /** @param lent senses to use, which outlive the service; else it makes its own
     *  @param look how often it looks whether what was broken is mended
     *  @param notice tells the service manager
     *  @param clock tells whether the time can be right, and when it was mended
     */
    Service(Path file, CallObserver observer, Optional<Senses> lent, Duration look, ServiceNotice notice, Clock clock) {
        this.file = file;
        this.observer = observer;
        this.lent = lent;
        this.look = look;
        this.notice = notice;
        this.clock = clock;
    }

    /** Starts, and returns when it has been told to stop and everything is closed.
     *
     *  @param told of each point it starts from
     *  @throws Failure when it can't start, with everything closed again
     */
    void run(Consumer<StartingPoint> told) throws Failure, InterruptedException {
        try (Watchdog watchdog = new Watchdog(notice, new Watching())) {
            watchdog.start();
            Appliance appliance = start(told);
            notice.ready();
            keepRunning(appliance, told);
            // Calls that are waited for are looked after until the end.
            stopRunning();
        }
    }

    private void keepRunning(Appliance first, Consumer<StartingPoint> told) throws Failure, InterruptedException {
        Appliance appliance = first;
        int looks = 1;
        while (!stopping.await(look.toMillis() * looks, TimeUnit.MILLISECONDS)) {
            if (appliance.emergencyOnly() && appliance.idle() && Mended.whole(file, look, clock)) {
                LOG.info("What kept Anteroom to emergencies is mended: it starts anew, with everything.");
                appliance.mended();
                stopRunning();
                if (stopping.getCount() == 0) {
                    return;
                }
                appliance = start(told);
                looks = appliance.emergencyOnly() ? Math.min(2 * looks, LONGEST_LOOKS) : 1;
            }
        }
    }

    private Appliance start(Consumer<StartingPoint> told) throws Failure {
        StartingPoint from = StartingPoint.of(file, clock.instant());
        told.accept(from);
        Appliance appliance = Appliance.start(from, observer, lent, this::reload);
        runs(appliance);
        if (stopping.getCount() == 0) {
            // Told to stop while it started: nobody else knew of it yet.
            stopRunning();
        }
        return appliance;
    }

    private synchronized void runs(Appliance appliance) {
        running = appliance;
    }

    /** Whoever comes second waits until it is closed. */
    private synchronized void stopRunning() {
        Appliance last = running;
        if (last == null) {
            return;
        }
        try {
            last.finish();
        } finally {
            running = null;
        }
    }

    /** Tells it to stop; {@link #run} does it, and returns then. */
    void stop() {
        notice.stopping();
        stopping.countDown();
    }

    /** Whether something runs that is to be closed: not while it starts. */
    boolean running() {
        return running != null;
    }

    /** Whether it is told to stop within the time. */
    boolean awaitStop(Duration within) throws InterruptedException {
        return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reads the configuration anew: in force for calls to come, or refused with every problem and nothing changed. Any
     *  thread, one after the other; who asks while others wait shares with them.
     */
    void reload(Consumer<String> lines) throws Failure {
        reloads.reload(lines);
    }

    /** The same for a signal, which nobody reads the answer of but the log. However many come, one waits at most. */
    void reloadBySignal() {
        reloads.signalled();
    }

    private List<String> reloaded() throws Failure {
        long began = System.nanoTime();
        Appliance now = running;
        if (now == null || stopping.getCount() == 0) {
            // Nothing of it to the manager: the READY that ends a reload would end the start.
            throw Failure.temporary("The service starts or stops just now: try again in a moment.");
        }
        notice.reloading();
        try {
            List<String> told = readAnew(now);
            refused = "";
            LOG.info(
                    "Reloaded within {} ms: {}",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                    String.join(" ", told));
            return told;
        } catch (Failure wrong) {
            refused = " The last reload was refused, nothing has changed; why: anteroom config check.";
            wrong.sentence().lines().forEach(line -> LOG.warn("Not reloaded: {}", line));
            throw wrong;
        } finally {
            notice.ready();
        }
    }

    private List<String> readAnew(Appliance now) throws Failure {
        Config read = checked();
        if (now.emergencyOnly()) {
            return List.of(
                    "The service serves emergencies only. It starts anew by itself with everything, within a minute, as soon"
                            + " as what keeps it from that is mended and nobody is on the line.");
        }
        return now.reload(read).lines();
    }

    private Config checked() throws Failure {
        try {
            return Config.load(
                    file,
                    RoomChecks.from(clock.instant(), Overrides.beside(file).list()));
        } catch (ConfigException wrong) {
            throw Failure.configuration(String.valueOf(wrong.getMessage()));
        }
    }

    /** Stops, which takes as long as an emergency is on the line. A second time changes nothing. */
    @Override
    public void close() {
        stop();
        stopRunning();
    }

    /** What the watchdog looks at: the appliance that runs, or how long there has been none. */
    private final class Watching implements Watchdog.Watched {
        private long noneSince = System.nanoTime();

        @Override
        public Optional<String> fatal(long nanos) {
            Appliance now = running;
            if (now != null && !now.closing()) {
                noneSince = nanos;
                return now.vitalSigns(nanos).fatal();
            }
            return nanos - noneSince > STARTS_WITHIN.toNanos()
                    ? Optional.of("it has neither started nor ended within " + STARTS_WITHIN.toMinutes() + " minutes")
                    : Optional.empty();
        }

        @Override
        public String status() {
            Appliance now = running;
            return now != null ? now.status() + refused : stopping.getCount() == 0 ? "Stopping." : "Starting.";
        }

        @Override
        public boolean holding() {
            Appliance now = running;
            return now != null && now.finishing();
        }
    }
}
