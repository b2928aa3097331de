package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.Optional;

/** The gateway that carries texts. Without host none are sent. */
@Key(
        doc =
                "The gateway for texts, by SMPP 3.4: carries one-time codes to patients' phones (identity.factor = \"text\")."
                        + " Whoever runs it learns the patient's number and the practice's name, so have an agreement with"
                        + " them (HIPAA: business associate). Without host no text is sent.")
public record TextConfig(
        @Key(
                        doc = "Host name of the gateway, as in its certificate.",
                        example = "smpp.gateway.example",
                        form = Form.HOST)
                Optional<String> host,
        @Key(doc = "Its port: usually 3550 with TLS, 2775 without.", preset = "3550", min = 1, max = 65535) int port,
        @Key(
                        doc =
                                "Whether the connection is protected by TLS; without it only to a gateway on this machine.",
                        preset = "true")
                boolean tls,
        @Key(
                        doc =
                                "File with the certificate (PEM) of the authority that the gateway's certificate comes from, where"
                                        + " it is no public one.",
                        example = "gateway-ca.pem")
                Optional<Path> caFile,
        @Key(doc = "Name to log in with: what SMPP calls the system_id.", example = "anteroom", form = Form.USER)
                Optional<String> systemId,
        @Key(doc = "File whose first line is the password for it, 8 characters at most.", example = "text-password")
                Optional<Path> passwordFile,
        @Key(
                        doc =
                                "Number that the texts come from, with its country code, or a short code; or a name of up to 11"
                                        + " letters and digits where the gateway takes one.",
                        example = "+16145550100",
                        form = Form.SOURCE)
                Optional<String> from,
        @Key(
                        doc =
                                "Name of the practice in the texts. Whoever sees the phone reads it, so one that tells nothing of"
                                        + " why somebody goes there. Without it practice.name, and in a mental-health practice"
                                        + " \"the office\".",
                        example = "Maple Street")
                Optional<String> name,
        @Key(
                        doc =
                                "Country code of the numbers that texts go to; numbers on file may be written without it.",
                        preset = "1",
                        min = 1,
                        max = 999)
                int countryCode,
        @Key(doc = "Seconds for connecting and for each answer of the gateway.", preset = "5", min = 1, max = 30)
                int withinSeconds) {

    /** No text is sent. */
    public static final TextConfig NONE = new TextConfig(
            Optional.empty(),
            3550,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            5);

    /** What the practice is called in a text. */
    public String nameOf(PracticeConfig practice) {
        return name.orElse(practice.type() == PracticeType.MENTAL_HEALTH ? "the office" : practice.name());
    }
}
