package org.anteroom.agent.config;

/** Limits and silences of calls. */
@Key(doc = "Limits and silences of calls.")
public record CallsConfig(
        @Key(
                        doc = "Calls answered at the same time; more are refused with 486 so that the PBX takes them.",
                        preset = "4",
                        min = 1,
                        max = 16)
                int simultaneous,
        @Key(
                        doc = "Longest ordinary call in minutes. An emergency is never cut off.",
                        preset = "30",
                        min = 5,
                        max = 240)
                int longestMinutes) {}
