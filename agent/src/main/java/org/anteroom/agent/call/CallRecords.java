package org.anteroom.agent.call;

import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.records.Recordings;

/**
 * Where calls leave what must be kept, and ask what is there.
 *
 * @param reception answers what callers' conversations ask
 * @param recordings used only where the practice records calls
 */
public record CallRecords(CallLog log, Inbox inbox, Reception reception, Recordings recordings) {}
