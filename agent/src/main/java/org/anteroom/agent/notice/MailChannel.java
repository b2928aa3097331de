package org.anteroom.agent.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.anteroom.agent.config.MailSecurity;
import org.anteroom.agent.notice.MailSettings.Login;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Sends a message by SMTP, one connection each. The server's name is checked against its certificate; a password never
 * goes over a connection in the clear unless that was allowed. What the server writes in its answers is never repeated:
 * only its code.
 */
public final class MailChannel implements Channel {
    private final MailSettings settings;
    private final Session session;
    private final String protocol;

    public MailChannel(MailSettings settings) {
        this.settings = settings;
        this.protocol = settings.security() == MailSecurity.TLS ? "smtps" : "smtp";
        this.session = Session.getInstance(properties());
    }

    private Properties properties() {
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(settings.within().toMillis());
        Properties all = new Properties();
        // Otherwise the message id would be made of this machine's name and user, after looking that name up.
        all.put("mail.from", settings.from());
        all.put(prefix + "connectiontimeout", millis);
        // No write time-out: it would start a thread per message, and a message of ours fits into the socket's buffer.
        all.put(prefix + "timeout", millis);
        all.put(prefix + "auth", settings.login().isPresent() ? "true" : "false");
        all.put(prefix + "ssl.checkserveridentity", "true");
        all.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        boolean upgrade = settings.security() == MailSecurity.STARTTLS;
        all.put(prefix + "starttls.enable", Boolean.toString(upgrade));
        all.put(prefix + "starttls.required", Boolean.toString(upgrade));
        all.put(prefix + "quitwait", "false");
        settings.tls().ifPresent(tls -> all.put(prefix + "ssl.socketFactory", tls.getSocketFactory()));
        return all;
    }

    @Override
    public void send(Notice notice, AckDesk desk) throws Undelivered {
        Optional<Login> login = settings.login();
        if (login.isPresent() && settings.security() == MailSecurity.NONE && !settings.passwordInClear()) {
            throw Undelivered.forGood("The password for " + where() + " would go over the network in the clear: set"
                    + " security to \"starttls\" or \"tls\".");
        }
        try (Transport transport = session.getTransport(protocol)) {
            MimeMessage message = message(notice);
            transport.connect(
                    settings.server(),
                    settings.port(),
                    login.map(Login::user).orElse(null),
                    login.map(known -> known.password().reveal()).orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw undelivered(e);
        }
    }

    private MimeMessage message(Notice notice) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from()));
        for (String to : settings.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(notice.title(), "UTF-8");
        message.setSentDate(Date.from(notice.at()));
        // RFC 3834: no answers from holiday notices.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (notice.kind().grave()) {
            message.setHeader("Importance", "high");
        }
        message.setText(notice.text(), "UTF-8");
        return message;
    }

    private Undelivered undelivered(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return Undelivered.forGood("The mail server " + where()
                    + " refuses the name or the password: check user and the first line of password-file.");
        }
        int code = code(e);
        if (code >= 500) {
            return Undelivered.forGood("The mail server " + where() + " refuses the message (" + code
                    + "): check from and to, and whether this machine may send through it.");
        }
        if (code >= 400) {
            return Undelivered.forNow(
                    "The mail server " + where() + " does not take the message now (" + code + "): see its own log.");
        }
        Distrust distrust = Distrust.of(e);
        if (distrust == Distrust.CERTIFICATE) {
            return Undelivered.forGood("The mail server " + where()
                    + " can't be trusted: its certificate does not fit its name, has run out or comes from nobody known."
                    + " Set server to the name in the certificate, or ca-file to the practice's own authority.");
        }
        if (distrust == Distrust.NO_TLS) {
            return Undelivered.forNow("The mail server " + where()
                    + " breaks off TLS: see whether port and security fit each other (587 starttls, 465 tls).");
        }
        if (String.valueOf(e.getMessage()).contains("STARTTLS is required")) {
            return Undelivered.forGood("The mail server " + where()
                    + " does not offer STARTTLS: set security to \"tls\" and port to 465, or ask whoever runs it.");
        }
        return Undelivered.forNow("The mail server " + where() + " can't be reached or breaks off: check server, port"
                + " and the firewall.");
    }

    private String where() {
        return settings.server() + ":" + settings.port();
    }

    /** The code of the answer that ended it; 0 when there was none. */
    private static int code(MessagingException e) {
        int code = 0;
        Exception each = e;
        for (int depth = 0; each instanceof MessagingException messaging && depth < 10; depth++) {
            if (each instanceof SMTPSendFailedException failed) {
                code = Math.max(code, failed.getReturnCode());
            } else if (each instanceof SMTPAddressFailedException failed) {
                code = Math.max(code, failed.getReturnCode());
            } else if (each instanceof SMTPSenderFailedException failed) {
                code = Math.max(code, failed.getReturnCode());
            }
            each = messaging.getNextException();
        }
        return code;
    }
}
