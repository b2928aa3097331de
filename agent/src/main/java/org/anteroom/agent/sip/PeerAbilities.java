package org.anteroom.agent.sip;

import java.util.Set;
import javax.sip.message.Message;

/**
 * What the peer of a dialog says that it can do, by the last message that said it (RFC 3261 sections 20.5, 20.37). Of a peer
 * that says nothing, nothing is expected. On {@code sip-line}.
 */
final class PeerAbilities {
    private Set<String> methods = Set.of();
    private Set<String> extensions = Set.of();

    void learn(Message message) {
        Set<String> allowed = SipHeaders.tokens(message, "Allow");
        if (!allowed.isEmpty()) {
            methods = allowed;
        }
        Set<String> supported = SipHeaders.tokens(message, "Supported");
        if (!supported.isEmpty()) {
            extensions = supported;
        }
    }

    /** @param method lower case */
    boolean allows(String method) {
        return methods.contains(method);
    }

    /** @param extension an option tag, lower case */
    boolean supports(String extension) {
        return extensions.contains(extension);
    }
}
