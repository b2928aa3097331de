package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.Optional;

/** Alarms by HTTP. */
public record WebhookAlarmConfig(
        @Key(doc = "Name of the channel, for lists and logs.", example = "pager", form = Form.ID) String name,
        @Key(
                        doc =
                                "1: told of every alarm at once; 2 and 3: told of a grave one that nobody has acknowledged.",
                        preset = "1",
                        min = 1,
                        max = 3)
                int level,
        @Key(
                        doc = "Minutes a grave alarm goes unacknowledged until this channel is told; 0 for level 1.",
                        preset = "0",
                        min = 0,
                        max = 240)
                int afterMinutes,
        @Key(
                        doc = "Where to post; https, or http on this machine only.",
                        example = "https://pager.example/anteroom",
                        form = Form.WEB)
                String url,
        @Key(
                        doc =
                                "File whose first line is the secret shared with the receiver, 16 characters or more; it signs each"
                                        + " message (HMAC-SHA256).",
                        example = "webhook-secret")
                Path secretFile,
        @Key(
                        doc =
                                "File with the certificate (PEM) of the authority that the receiver's certificate comes from, where"
                                        + " it is the practice's own.",
                        example = "practice-ca.pem")
                Optional<Path> caFile) {}
