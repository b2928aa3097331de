package org.anteroom.speech;

import java.util.ArrayList;
import java.util.List;

/** Audio that comes in pieces. */
final class Pieces {
    private final List<short[]> pieces = new ArrayList<>();
    private int length;

    void add(short[] piece) {
        pieces.add(piece);
        length += piece.length;
    }

    short[] joined() {
        short[] all = new short[length];
        int at = 0;
        for (short[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
