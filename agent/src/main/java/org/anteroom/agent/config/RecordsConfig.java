package org.anteroom.agent.config;

import java.nio.file.Path;

/** Where records and their key are kept. */
@Key(doc = "Where messages, calls and recordings are kept, sealed.")
public record RecordsConfig(
        @Key(
                        doc = "Folder of the database and the recordings; the service's own, on a local disk.",
                        preset = "/var/lib/anteroom")
                Path folder,
        @Key(
                        doc =
                                "Key file, mode 0400, outside that folder. Keep a copy in a safe place: without it nothing can be"
                                        + " read.",
                        preset = "/etc/anteroom/records.key")
                Path keyFile) {}
