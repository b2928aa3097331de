package org.anteroom.agent.cli.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.ConfigText;
import org.anteroom.agent.config.PhoneGroup;
import org.anteroom.agent.config.Secret;
import org.anteroom.agent.rehearsal.DrillAccounts;
import org.anteroom.agent.rehearsal.SoundPorts;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.Transport;

/** The configuration as it grows, in memory: what was answered so far over what the file says. Passwords that were typed are held until
 *  everything is written.
 */
final class Draft {
    private final Path file;
    private final ConfigText before;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private ConfigText text;

    /** @param file where it will be written; paths that are not absolute start at its folder */
    Draft(Path file, ConfigText before) {
        this.file = file.toAbsolutePath().normalize();
        this.before = before;
        this.text = before;
    }

    Path file() {
        return file;
    }

    ConfigText text() {
        return text;
    }

    /** What a key says now; empty when it says nothing. */
    String value(String key) {
        return text.value(key).orElse("");
    }

    String value(String key, String preset) {
        return text.value(key).orElse(preset);
    }

    /** What a key said before anything was answered. */
    String was(String key) {
        return before.value(key).orElse("");
    }

    /** Takes an answer over, unless the file says the same already. An empty one takes the key out of use.
     *
     *  @param preset what counts when the key isn't there
     */
    void set(String key, String value, String preset) throws Stopped {
        if (value.equals(value(key, preset))) {
            return;
        }
        try {
            text = value.isEmpty() ? text.without(key) : text.with(key, value);
        } catch (ConfigException e) {
            throw byHand(e);
        }
    }

    void set(String key, String value) throws Stopped {
        set(key, value, "");
    }

    void set(String key, List<String> values) throws Stopped {
        if (String.join(" ", values).equals(value(key))) {
            return;
        }
        try {
            text = values.isEmpty() ? text.without(key) : text.with(key, values);
        } catch (ConfigException e) {
            throw byHand(e);
        }
    }

    /** Takes a key out of use, and its value out of the text. */
    void drop(String key) throws Stopped {
        try {
            text = text.without(key);
        } catch (ConfigException e) {
            throw byHand(e);
        }
    }

    /** Whether anything is to be written. */
    boolean changed() {
        return !text.equals(before) || !secrets.isEmpty();
    }

    void groups(List<PhoneGroup> groups) throws Stopped {
        if (groups.equals(text.groups())) {
            return;
        }
        try {
            text = text.with(groups);
        } catch (ConfigException e) {
            throw byHand(e);
        }
    }

    /** The numbers that the plan calls services, now or before anything was answered. */
    Set<String> services() {
        Set<String> numbers = new HashSet<>(before.services());
        numbers.addAll(text.services());
        return numbers;
    }

    private Stopped byHand(ConfigException e) {
        return Stopped.configuration(file + ": " + e.problems().get(0));
    }

    /** Holds a password for a file beside the configuration, and names the file by a key. */
    void secret(String key, String name, String password) throws Stopped {
        set(key, value(key, name));
        secrets.put(key, password);
    }

    /** The keys of files that are to be written, and what into them; in the order in which they were answered. */
    Map<String, String> secrets() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }

    /** The file that a key names. */
    Path path(String key) {
        return file.resolveSibling(value(key));
    }

    /** The text with the passwords' files in other places. */
    ConfigText textWith(Map<String, Path> places) throws Stopped {
        ConfigText moved = text;
        try {
            for (Map.Entry<String, Path> place : places.entrySet()) {
                moved = moved.with(place.getKey(), place.getValue().toString());
            }
            return moved;
        } catch (ConfigException e) {
            throw byHand(e);
        }
    }

    /** The password that a file holds, or will hold.
     *
     *  @param key names the file
     *  @return empty when there is none, or it can't be read
     */
    Optional<String> password(String key) {
        if (secrets.containsKey(key)) {
            return Optional.ofNullable(secrets.get(key));
        }
        if (value(key).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Secret.firstLineOf(path(key)).reveal()).filter(each -> !each.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    LineSettings.Pbx pbx() {
        return new LineSettings.Pbx(
                value("sip.pbx"),
                Integer.parseInt(value("sip.pbx-port", "5060")),
                value("sip.transport", "udp").equals("tcp") ? Transport.TCP : Transport.UDP,
                value("sip.domain", value("sip.pbx")));
    }

    Optional<InetAddress> bind() throws Stopped {
        try {
            String bind = value("sip.bind");
            return bind.isEmpty() ? Optional.empty() : Optional.of(InetAddress.getByName(bind));
        } catch (IOException e) {
            throw Stopped.usage("--bind: no address of this machine");
        }
    }

    /** The ports of the service's calls. */
    SoundPorts sound() {
        return new SoundPorts(
                Integer.parseInt(value("media.first-port", "16384")),
                Integer.parseInt(value("media.last-port", "16583")));
    }

    /** Anteroom's own account; empty while the password is missing. */
    Optional<LineSettings.Account> account() {
        String user = value("sip.user");
        Optional<String> password = password("sip.password-file").or(() -> text.value("sip.password"));
        return user.isEmpty()
                ? Optional.empty()
                : password.map(word -> new LineSettings.Account(
                        user,
                        value("sip.auth-user", user),
                        org.anteroom.agent.sip.Secret.of(word),
                        value("sip.caller-id"),
                        ""));
    }

    /** The extensions of drills; empty while they, or their passwords, are missing. */
    Optional<PracticePbx.Callers> callers() {
        String user = value("drill.user");
        String auto = value("drill.auto-user");
        Optional<DrillAccounts.Account> caller = drill(user, "drill.password-file");
        Optional<DrillAccounts.Account> phone = auto.equals(user) ? caller : drill(auto, "drill.auto-password-file");
        return caller.map(account -> new PracticePbx.Callers(account, phone));
    }

    private Optional<DrillAccounts.Account> drill(String user, String passwordKey) {
        return user.isEmpty()
                ? Optional.empty()
                : password(passwordKey).map(word -> new DrillAccounts.Account(user, word));
    }

    /** The account of an extension of drills, to register with. */
    static LineSettings.Account account(DrillAccounts.Account account) {
        return LineSettings.Account.of(account.extension(), org.anteroom.agent.sip.Secret.of(account.password()));
    }
}
