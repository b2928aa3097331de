package org.anteroom.agent.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/** The extension at the practice's PBX. */
@Key(doc = "The extension at the practice's PBX that Anteroom registers as.")
public record SipConfig(
        @Key(doc = "Host name or address of the PBX.", example = "192.168.1.10", form = Form.HOST) String pbx,
        @Key(doc = "SIP port of the PBX.", preset = "5060", min = 1, max = 65535) int pbxPort,
        @Key(doc = "How SIP messages travel: udp or tcp.", preset = "udp") Transport transport,
        @Key(doc = "The extension.", example = "200", form = Form.USER) String user,
        @Key(doc = "Name for authentication where it differs from the extension.", example = "200", form = Form.USER)
                Optional<String> authUser,
        @Key(
                        doc =
                                "Password of the extension. Better kept in password-file; then put # in front of this one.",
                        instead = "password-file")
                Optional<Secret> password,
        @Key(
                        doc =
                                "Instead of password: file whose first line is the password; readable by the service only. A"
                                        + " relative path starts at this file's folder.",
                        example = "sip-password")
                Optional<Path> passwordFile,
        @Key(
                        doc = "SIP domain in addresses, where it isn't the host of the PBX.",
                        example = "pbx.example",
                        form = Form.HOST)
                Optional<String> domain,
        @Key(
                        doc = "Our own address in SIP; without it the address that reaches the PBX is taken.",
                        example = "192.168.1.20")
                Optional<InetAddress> bind,
        @Key(doc = "Our own SIP port.", preset = "5060", min = 1, max = 65535) int port,
        @Key(
                        doc = "Seconds a registration is asked for; the PBX notices within this time that we are gone.",
                        preset = "60",
                        min = 20,
                        max = 60)
                int expires,
        @Key(
                        doc =
                                "Caller number shown on calls to on-call phones and to patients who are called back, where the PBX needs"
                                        + " one.",
                        example = "5550100",
                        form = Form.DIALLED)
                Optional<String> callerId) {}
