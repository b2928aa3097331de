package org.anteroom.agent.notice;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Numbers on file as a gateway wants them. Reads tables when it is used first: not for a call's path. */
final class TextNumber {
    private TextNumber() {}

    /**
     * The number with its country code and a plus in front (E.164); empty when it is none, or none that can take a text.
     *
     * @param onFile digits, with or without the country code
     * @param countryCode of numbers that are written without one
     */
    static Optional<String> of(String onFile, int countryCode) {
        return plain(onFile, countryCode).or(() -> plain("+" + onFile, countryCode));
    }

    private static Optional<String> plain(String number, int countryCode) {
        PhoneNumberUtil tables = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber read = tables.parse(number, tables.getRegionCodeForCountryCode(countryCode));
            boolean takes =
                    switch (tables.getNumberType(read)) {
                        case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER, VOIP -> true;
                        default -> false;
                    };
            return takes ? Optional.of(tables.format(read, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
