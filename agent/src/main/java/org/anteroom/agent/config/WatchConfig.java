package org.anteroom.agent.config;

/** Where figures and health of the service are read. */
@Key(
        doc =
                "Where this machine reads figures (/metrics, for Prometheus) and health (/healthz, /readyz) of the service."
                        + " Nobody else can: it listens on 127.0.0.1 and ::1 only.")
public record WatchConfig(@Key(doc = "TCP port; 0 for none.", preset = "9469", min = 0, max = 65535) int port) {}
