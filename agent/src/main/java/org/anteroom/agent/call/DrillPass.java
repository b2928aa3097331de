package org.anteroom.agent.call;

/** Leave for one drill call. Closing it takes the leave back and ends the call, where it still goes on. Any thread. */
public final class DrillPass implements AutoCloseable {
    private final String token;
    private final Runnable end;

    DrillPass(String token, Runnable end) {
        this.token = token;
        this.end = end;
    }

    /** What the drill's INVITE must carry, once. */
    public String token() {
        return token;
    }

    @Override
    public void close() {
        end.run();
    }
}
