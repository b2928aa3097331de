package org.anteroom.agent.rehearsal;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** How a {@link DemoPbx} is set up: who may register, and where each number rings.
 *
 *  @param address where it listens, UDP and TCP; a loopback address, port 0 picks a free one
 *  @param realm the digest realm, and the domain of the addresses
 *  @param extensions who may register and call, by name
 *  @param numbers dialled number to extension; a number that isn't listed means the extension of that name
 *  @param fallbacks extension to the extension that rings instead while the first is not registered
 */
public record PbxPlan(
        InetSocketAddress address,
        String realm,
        List<Extension> extensions,
        Map<String, String> numbers,
        Map<String, String> fallbacks) {

    /** @param name user part of the extension's address; callers from outside carry their number here
     *  @param password digest password
     */
    public record Extension(String name, String password) {}

    /** Refuses an address that isn't on the loopback: this PBX must never face a network. */
    public PbxPlan {
        requireNonNull(realm, "realm");
        extensions = List.copyOf(extensions);
        numbers = Map.copyOf(numbers);
        fallbacks = Map.copyOf(fallbacks);
        if (address.getAddress() == null || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "The demo PBX listens on the loopback only; " + address + " is not a loopback address.");
        }
    }

    /** A plan without numbers and fall-backs on a free port of 127.0.0.1. */
    public static PbxPlan of(String realm, Extension... extensions) {
        return new PbxPlan(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                realm,
                List.of(extensions),
                Map.of(),
                Map.of());
    }

    /** The same plan listening on {@code port}. */
    public PbxPlan on(int port) {
        return new PbxPlan(new InetSocketAddress(address.getAddress(), port), realm, extensions, numbers, fallbacks);
    }
}
