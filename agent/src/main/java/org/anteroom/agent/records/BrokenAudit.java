package org.anteroom.agent.records;

/**
 * Where the audit trail does not hold.
 *
 * @param number the first entry that is missing, changed or cut off; from 1
 */
public record BrokenAudit(long number, String sentence) {}
