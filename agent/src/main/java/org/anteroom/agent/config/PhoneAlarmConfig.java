package org.anteroom.agent.config;

/** Alarms by a call over the practice's PBX: of grave ones only. */
public record PhoneAlarmConfig(
        @Key(doc = "Name of the channel, for lists and logs.", example = "owner", form = Form.ID) String name,
        @Key(
                        doc =
                                "1: rung for every grave alarm at once; 2 and 3: rung for one that nobody has acknowledged.",
                        preset = "2",
                        min = 1,
                        max = 3)
                int level,
        @Key(
                        doc = "Minutes a grave alarm goes unacknowledged until this phone is rung; 0 for level 1.",
                        preset = "10",
                        min = 0,
                        max = 240)
                int afterMinutes,
        @Key(
                        doc =
                                "Number as the PBX dials it. Whoever answers hears what is wrong and takes the alarm with key 1.",
                        example = "302",
                        form = Form.DIALLED)
                String number) {}
