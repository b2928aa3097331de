package org.anteroom.agent.sip;

import gov.nist.javax.sip.stack.HopImpl;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sip.SipException;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.RouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes: outside a dialog to the PBX; inside one along its route set or to its remote target (RFC 3261
 * section 12.2.1.1), always over the line's own transport.
 */
final class PbxRouter implements Router {
    private final LineSettings.Pbx pbx;
    private final Supplier<Optional<InetSocketAddress>> address;

    /** @param address the PBX's address as last resolved */
    PbxRouter(LineSettings.Pbx pbx, Supplier<Optional<InetSocketAddress>> address) {
        this.pbx = pbx;
        this.address = address;
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        URI next = request.getRequestURI();
        if (request.getHeader(RouteHeader.NAME) instanceof RouteHeader route) {
            next = route.getAddress().getURI();
        }
        boolean inDialog = request.getHeader(ToHeader.NAME) instanceof ToHeader to && to.getTag() != null;
        if (!inDialog || !(next instanceof SipURI uri) || isPbx(uri)) {
            return hop(address.get()
                    .orElseThrow(() -> new SipException("the PBX's address is not known: its name can't be resolved")));
        }
        String host = uri.getMAddrParam() != null ? uri.getMAddrParam() : uri.getHost();
        return new HopImpl(
                host, uri.getPort() > 0 ? uri.getPort() : 5060, pbx.transport().token());
    }

    private boolean isPbx(SipURI uri) {
        boolean named =
                uri.getHost().equalsIgnoreCase(pbx.host()) || uri.getHost().equalsIgnoreCase(pbx.domain());
        return named && (uri.getPort() <= 0 || uri.getPort() == pbx.port());
    }

    private Hop hop(InetSocketAddress to) {
        return new HopImpl(
                to.getAddress().getHostAddress(), to.getPort(), pbx.transport().token());
    }

    @Override
    @Deprecated
    public ListIterator<Hop> getNextHops(Request request) {
        try {
            return List.of(getNextHop(request)).listIterator();
        } catch (SipException e) {
            return List.<Hop>of().listIterator();
        }
    }

    @Override
    public @Nullable Hop getOutboundProxy() {
        return null;
    }
}
