package org.anteroom.agent.call;

import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.records.Recordings;

/**
 * Where calls leave what must be kept.
 *
 * @param recordings used only where the practice records calls
 */
public record CallRecords(CallLog log, Inbox inbox, Recordings recordings) {}
