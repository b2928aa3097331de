package org.anteroom.agent.sip;

import gov.nist.javax.sip.address.SipUri;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.sip.address.URI;

/**
 * The Refer-To header of an attended transfer (RFC 5589 section 7.1): whom the transferee shall call, and which dialog of
 * theirs that call takes the place of.
 *
 * <pre>
 *   Refer-To: &lt;sip:301@10.0.0.2?Replaces=7f3a%4010.0.0.5%3Bto-tag%3Dtheirs%3Bfrom-tag%3Dours&gt;
 *                  contact              Call-ID        peer's tag         our tag
 * </pre>
 *
 * <p>The tags are those that the receiver of the INVITE sees: it compares {@code to-tag} with its own tag and {@code
 * from-tag} with the other side's (RFC 3891 section 3). The receiver is our peer in the replaced dialog, whichever of us
 * began it; so {@code to-tag} is always the peer's, the remote tag of our dialog, and {@code from-tag} always ours.
 *
 * <p>Inside a URI a header's value keeps letters, digits and the marks {@code -_.!~*'()}; everything else is written as
 * {@code %} and two hexadecimal digits (RFC 3261 section 25.1, {@code hvalue}), first of all semicolon, equals sign and at
 * sign, which would end the value or belong to the URI.
 */
final class ReferTo {
    static final String HEADER = "Refer-To";

    private static final String MARKS = "-_.!~*'()";

    private ReferTo() {}

    /**
     * The header's value; empty when the peer's address is none of SIP.
     *
     * @param contact where the peer of the replaced dialog is reached: its Contact, which leads to the very device that has
     *     the dialog, while its number might ring others
     */
    static Optional<String> of(URI contact, DialogId replaced) {
        if (!(contact instanceof SipUri)) {
            return Optional.empty();
        }
        SipUri target = (SipUri) contact.clone();
        // What the peer wrote behind its address must not become a header or a method of somebody's INVITE.
        target.clearQheaders();
        target.removeParameter("method");
        String dialog = replaced.callId() + ";to-tag=" + replaced.remoteTag() + ";from-tag=" + replaced.localTag();
        return Optional.of("<" + target + "?Replaces=" + escaped(dialog) + ">");
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || MARKS.indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append('%').append(String.format("%02X", (int) c));
            }
        }
        return text.toString();
    }
}
