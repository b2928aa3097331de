package org.anteroom.agent.config;

/** How SIP messages travel. */
public enum Transport {
    UDP,
    TCP
}
