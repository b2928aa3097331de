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
     * The number with its country code and a plus in front (E.164); empty when it is none, none that can take a text, or one of
     * another country: whoever books as somebody new gives the number, and texts abroad cost what their networks like.
     *
     * @param onFile digits, with or without the country code
     * @param countryCode of the numbers that texts go to
     */
    static Optional<String> of(String onFile, int countryCode) {
        PhoneNumberUtil tables = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber read = tables.parse(onFile, tables.getRegionCodeForCountryCode(countryCode));
            return read.getCountryCode() == countryCode && takesTexts(tables, read)
                    ? Optional.of(tables.format(read, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static boolean takesTexts(PhoneNumberUtil tables, PhoneNumber number) {
        return switch (tables.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER, VOIP -> true;
            default -> false;
        };
    }
}
