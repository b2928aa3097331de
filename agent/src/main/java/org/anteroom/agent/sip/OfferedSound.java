package org.anteroom.agent.sip;

import java.util.List;

/**
 * What the PBX offers for the sound of a call it sends us. Nothing about the caller.
 *
 * @param formats upper-case names of the audio formats, in the order of the offer
 * @param refusal why the call was refused with 488; empty when we can take it
 */
public record OfferedSound(List<String> formats, String refusal) {
    public OfferedSound {
        formats = List.copyOf(formats);
    }
}
