package org.anteroom.agent.call;

import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.StaffNews;
import org.anteroom.agent.dialogue.StaffOverride;

/** What staff put in force for a while, as they see and change it by phone. Blocks for seconds at most; any thread. */
public interface StaffBook extends PinBook {
    /** Puts it in force, and keeps it: {@link StaffNews.Put} only when it is on the disk and counts. */
    DutyNews put(String who, StaffOverride what);

    /** Ends it: {@link StaffNews.Lifted} only when that is on the disk and counts. */
    DutyNews lift(String who, StaffOverride what);
}
