package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Alarms by e-mail. */
public record MailAlarmConfig(
        @Key(doc = "Name of the channel, for lists and logs.", example = "it-mail", form = Form.ID) String name,
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
                        doc = "Host name of the mail server, as in its certificate.",
                        example = "mail.practice.example",
                        form = Form.HOST)
                String server,
        @Key(
                        doc = "Port of the mail server: usually 587 for starttls, 465 for tls.",
                        preset = "587",
                        min = 1,
                        max = 65535)
                int port,
        @Key(doc = "How the connection is protected: starttls, tls or none.", preset = "starttls")
                MailSecurity security,
        @Key(doc = "Name to log in with, where the server asks for one.", example = "anteroom@practice.example")
                Optional<String> user,
        @Key(doc = "File whose first line is the password for user.", example = "mail-password")
                Optional<Path> passwordFile,
        @Key(
                        doc = "Allows the password to go over the network unprotected, with security = \"none\".",
                        preset = "false")
                boolean passwordInClear,
        @Key(
                        doc =
                                "File with the certificate (PEM) of the authority that the mail server's certificate comes from,"
                                        + " where it is the practice's own.",
                        example = "practice-ca.pem")
                Optional<Path> caFile,
        @Key(doc = "Address the mail comes from.", example = "anteroom@practice.example", form = Form.MAILBOX)
                String from,
        @Key(doc = "Addresses the mail goes to.", example = "[\"it@practice.example\"]", form = Form.MAILBOX)
                List<String> to) {

    public MailAlarmConfig {
        to = List.copyOf(to);
    }
}
