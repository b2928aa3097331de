package org.anteroom.agent.notice;

/**
 * Rings one phone: whoever answers hears the kind of alarm and takes it, and those sent with it, with the accept key. A
 * voicemail presses none, so it counts as nobody.
 */
final class PhoneChannel implements Channel {
    private final String name;
    private final String number;
    private final AlarmPhone phone;

    /** @param name of the channel; the record says that this phone took the alarm, since keys have no names */
    PhoneChannel(String name, String number, AlarmPhone phone) {
        this.name = name;
        this.number = number;
        this.phone = phone;
    }

    @Override
    public void send(Notice notice, AckDesk desk) throws Undelivered {
        try {
            phone.tell(number, notice.kind(), () -> notice.alarms()
                    .forEach(alarm -> desk.acknowledge(alarm.number(), "phone:" + name)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Undelivered.forNow("The service is stopping.");
        }
    }
}
