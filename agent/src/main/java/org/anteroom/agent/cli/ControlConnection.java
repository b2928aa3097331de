package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/** Lines over a UNIX socket, each with a limit of size and time: the JDK has no time-outs for these sockets, so waiting
 *  is done on a selector. One thread at a time.
 */
final class ControlConnection implements AutoCloseable {

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer in;

    /** @param longest bytes a line that comes in may have, newline included */
    ControlConnection(SocketChannel channel, int longest) throws IOException {
        this.channel = channel;
        this.selector = Selector.open();
        this.in = ByteBuffer.allocate(longest);
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0);
    }

    /** The next line without its newline; empty when the other side has closed.
     *
     *  @throws IOException when the line is too long or doesn't come in time
     */
    Optional<String> readLine(Duration within) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        int searched = 0;
        while (true) {
            for (; searched < in.position(); searched++) {
                if (in.get(searched) == '\n') {
                    return Optional.of(take(searched));
                }
            }
            if (!in.hasRemaining()) {
                throw new IOException("the line is longer than " + in.capacity() + " bytes");
            }
            await(SelectionKey.OP_READ, deadline);
            if (channel.read(in) < 0) {
                return Optional.empty();
            }
        }
    }

    private String take(int newline) {
        in.flip();
        byte[] line = new byte[newline];
        in.get(line);
        in.get();
        in.compact();
        return new String(line, UTF_8);
    }

    void writeLine(String line, Duration within) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        ByteBuffer out = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
        while (out.hasRemaining()) {
            if (channel.write(out) == 0) {
                await(SelectionKey.OP_WRITE, deadline);
            }
        }
    }

    private void await(int operation, long deadline) throws IOException {
        key.interestOps(operation);
        long left = deadline - System.nanoTime();
        boolean ready = left > 0 && selector.select(Math.max(1, left / 1_000_000)) > 0;
        selector.selectedKeys().clear();
        if (!ready) {
            throw new IOException("the other side took too long");
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
