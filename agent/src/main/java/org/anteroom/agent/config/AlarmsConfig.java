package org.anteroom.agent.config;

import java.util.List;

/** Who is told when something needs a person. */
@Key(
        doc = "Who is told when something needs a person: nobody took an emergency, the PBX or the disk is gone. Alarms"
                + " always go to the log; a log tells nobody. They hold fixed sentences and ids only, nothing about"
                + " patients. Try them with: anteroom alarms test.")
public record AlarmsConfig(
        @Key(
                        doc = "Minutes after which an alarm nobody has taken is sent again on the same channel.",
                        preset = "15",
                        min = 1,
                        max = 240)
                int repeatMinutes,
        @Key(
                        doc = "Minutes a channel must fail until the other channels are told of it.",
                        preset = "5",
                        min = 1,
                        max = 120)
                int channelFailedMinutes,
        @Key(
                        doc =
                                "Days after which lines of the alarm log (anteroom alarms log) are deleted. Who acknowledged an"
                                        + " alarm stays in the audit trail.",
                        preset = "730",
                        min = 30,
                        max = 3650)
                int logDays,
        @Key(name = "mail", doc = "E-mail through the practice's mail server.", spare = true)
                List<MailAlarmConfig> mails,
        @Key(name = "webhook", doc = "A POST of JSON to a web service, for a ticket system or a pager.", spare = true)
                List<WebhookAlarmConfig> webhooks,
        @Key(
                        name = "phone",
                        doc =
                                "A call to a phone, over the PBX: of grave alarms only, so that nobody is woken for others.",
                        spare = true)
                List<PhoneAlarmConfig> phones) {

    public AlarmsConfig {
        mails = List.copyOf(mails);
        webhooks = List.copyOf(webhooks);
        phones = List.copyOf(phones);
    }

    /** Whether the same are told in the same ways; when and how often may differ. */
    public boolean sameChannels(AlarmsConfig other) {
        return mails.equals(other.mails) && webhooks.equals(other.webhooks) && phones.equals(other.phones);
    }

    /** Whether anybody is told. */
    public boolean tellsSomebody() {
        return !mails.isEmpty() || !webhooks.isEmpty() || !phones.isEmpty();
    }
}
