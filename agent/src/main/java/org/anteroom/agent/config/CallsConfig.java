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
                int longestMinutes,
        @Key(
                        doc =
                                "Seconds that ordinary calls may go on when the service is stopped. Those that then still do are connected"
                                        + " to the desk in opening hours, and asked to call again otherwise. An emergency is never"
                                        + " cut off: the stop waits for it.",
                        preset = "60",
                        min = 0,
                        max = 600)
                int stopSeconds,
        @Key(
                        doc =
                                "Calls that the PBX's trunk carries at the same time, as the provider says; 0: not known. Nothing is"
                                        + " limited by it: config check and doctor compare it with what an emergency takes.",
                        preset = "0",
                        min = 0,
                        max = 9999)
                int trunkChannels) {}
