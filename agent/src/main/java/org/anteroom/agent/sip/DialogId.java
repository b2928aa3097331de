package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;

/**
 * What identifies a dialog at our end (RFC 3261 section 12): the Call-ID alone doesn't, because a challenged INVITE and a
 * forked one have several dialogs with one Call-ID.
 */
record DialogId(String callId, String localTag, String remoteTag) {

    /** The dialog a request from the peer belongs to. */
    static DialogId ofRequest(SIPMessage request) {
        return new DialogId(request.getCallId().getCallId(), tag(request.getToTag()), tag(request.getFromTag()));
    }

    /** The dialog a response of the peer belongs to. */
    static DialogId ofResponse(SIPMessage response) {
        return new DialogId(response.getCallId().getCallId(), tag(response.getFromTag()), tag(response.getToTag()));
    }

    private static String tag(@org.jspecify.annotations.Nullable String tag) {
        return tag == null ? "" : tag;
    }
}
