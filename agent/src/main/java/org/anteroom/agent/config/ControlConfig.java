package org.anteroom.agent.config;

import java.nio.file.Path;

/** Where commands reach the running service. */
@Key(doc = "How commands reach the running service.")
public record ControlConfig(@Key(doc = "UNIX socket of the service.", preset = "/run/anteroom/control") Path socket) {}
