package org.anteroom.media;

import org.jspecify.annotations.Nullable;

/**
 * Cancels only what has proven to be an echo: that of a line by least squares ({@link LineEcho}), that of a room by libspeexdsp, where it is
 * there. Until then, and on all lines that return nothing, what comes in is left as it is, sample by sample. Decision 001. Media clock only.
 *
 * <pre>
 *   nothing found ............ what came in
 *   something is taken out ... a line's, for a second at least
 *   10 dB are taken out ...... a line's
 *   never that much, and
 *   the room's filter works .. a room's, and so when a line's adds to a frame instead
 * </pre>
 */
final class JudgedEchoCanceller implements EchoCanceller {
    private enum Heard {
        NEAR,
        LINE,
        ROOM
    }

    /** Under a loud caller a line's echo is a small part of what comes in; chance explains nothing of a frame it hasn't seen. */
    private static final float SOMETHING = 0.97f;

    /** Of a line where something stood out, and is halved: it has an echo, of whatever kind. */
    private static final float SURE = 0.5f;

    /** A line's: rooms leave 0.15 to 0.8. */
    private static final float LINE = 0.1f;

    /** A frame that gets louder by this isn't the line's. */
    private static final float WORSE = 1.2f;

    /** So many more of these than of others, and the line isn't any more what it was. */
    private static final int WRONG = 8;

    /** A second with sound of ours. */
    private static final int TRIAL_FRAMES = 50;

    /** Energy of a sample at -70 dBFS: noise of any line. */
    private static final float FLOOR = 100;

    private static final double SILENT_RMS = 30;
    private static final int FADE = 5 * Pcm.SAMPLES_PER_MS;

    private final EchoHistory history = new EchoHistory();
    private final LineEcho line = new LineEcho();
    private final @Nullable SpeexEchoCanceller room;
    private final EchoProof lineNow = new EchoProof(0.96f);
    private final EchoProof lineAtAll = new EchoProof(0.995f);
    private final EchoProof roomNow = new EchoProof(0.96f);
    private final short[] lineLeft = new short[Pcm.FRAME];
    private final short[] roomLeft = new short[Pcm.FRAME];
    private int sinceSent = EchoHistory.LAGS;
    private int trial;
    private int wrong;
    private short roomBefore;
    private boolean echoes;
    private boolean inRoom;
    private Heard heard = Heard.NEAR;

    /**
     * Owns the other one.
     *
     * @param room null where there is none
     */
    JudgedEchoCanceller(@Nullable SpeexEchoCanceller room) {
        this.room = room;
    }

    @Override
    public void cancel(short[] near, short[] far, short[] out) {
        history.add(near, far);
        float came = history.nearEnergy();
        float byLine = line.found() ? line.left(history) : came;
        float byRoom = room == null ? came : filterRoom(room, near, far);
        float weight = weight(came, byLine, byRoom);
        sinceSent = Pcm.rms(far, 0, Pcm.FRAME) > SILENT_RMS ? 0 : sinceSent + Pcm.FRAME;
        boolean worse = byLine > WORSE * came + FLOOR * Pcm.FRAME;
        if (sinceSent < EchoHistory.LAGS) {
            judge(weight, came, byLine, byRoom, worse);
        }
        line.learn(history, weight, lineAtAll.share() >= LINE);
        line.subtract(history, near, lineLeft);
        if (room != null) {
            room.suppress(roomLeft);
        }
        put(chosen(worse), near, out);
    }

    /** Energy that the room's filter leaves. */
    private float filterRoom(SpeexEchoCanceller filter, short[] near, short[] far) {
        filter.filter(near, far, roomLeft);
        float energy = EchoHistory.energy(roomLeft, roomBefore);
        roomBefore = roomLeft[Pcm.FRAME - 1];
        return energy;
    }

    /** One over what can't be explained in the frame. */
    private float weight(float came, float byLine, float byRoom) {
        float noise = came;
        if (lineNow.share() < SOMETHING) {
            noise = Math.min(noise, byLine);
        }
        if (roomNow.share() < SURE) {
            noise = Math.min(noise, byRoom);
        }
        return 1 / (noise / Pcm.FRAME + FLOOR);
    }

    private void judge(float weight, float came, float byLine, float byRoom, boolean worse) {
        roomNow.add(weight, came, byRoom);
        lineNow.add(weight, came, byLine);
        if (!line.found()) {
            return;
        }
        lineAtAll.add(weight, came, byLine);
        trial = Math.min(trial + 1, TRIAL_FRAMES);
        wrong = worse ? wrong + 1 : Math.max(0, wrong - 1);
        if (wrong == WRONG) {
            line.forget();
            lineNow.forget();
            lineAtAll.forget();
            wrong = 0;
        }
    }

    private Heard chosen(boolean worse) {
        boolean something = line.found() && lineNow.share() < SOMETHING;
        echoes |= line.found() && Math.min(lineNow.share(), roomNow.share()) < SURE;
        boolean tried = trial == TRIAL_FRAMES && roomExplainsMore();
        inRoom = room != null && lineAtAll.share() >= LINE && (inRoom || tried);
        if (something && !inRoom && !worse) {
            return Heard.LINE;
        }
        return room != null && (something || echoes) ? Heard.ROOM : Heard.NEAR;
    }

    /** Or nearly as much: it learns more slowly. Under a caller on a line it explains nothing. */
    private boolean roomExplainsMore() {
        return roomNow.share() < 2 * lineAtAll.share();
    }

    private void put(Heard next, short[] near, short[] out) {
        short[] last = of(heard, near);
        short[] now = of(next, near);
        for (int i = 0; i < Pcm.FRAME; i++) {
            out[i] = i < FADE ? (short) ((last[i] * (FADE - i) + now[i] * i) / FADE) : now[i];
        }
        heard = next;
    }

    private short[] of(Heard which, short[] near) {
        return switch (which) {
            case NEAR -> near;
            case LINE -> lineLeft;
            case ROOM -> roomLeft;
        };
    }

    @Override
    public void close() {
        if (room != null) {
            room.close();
        }
    }
}
