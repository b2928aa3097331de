package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReferToTest {
    private static final DialogId DIALOG = new DialogId("7f3a;x=1/%+?&\"<>@10.0.0.5", "ours", "theirs");

    @Test
    void namesTheDialogAsItsPeerSeesItWithEverythingButLettersDigitsAndMarksEscaped() throws Exception {
        String value = of("sip:301@10.0.0.2:5070;transport=tcp");
        assertThat(value)
                .isEqualTo("<sip:301@10.0.0.2:5070;transport=tcp?Replaces="
                        + "7f3a%3Bx%3D1%2F%25%2B%3F%26%22%3C%3E%4010.0.0.5%3Bto-tag%3Dtheirs%3Bfrom-tag%3Dours>");
        String replaces = value.substring(value.indexOf('=', value.indexOf('?')) + 1, value.length() - 1);
        assertThat(URLDecoder.decode(replaces, StandardCharsets.UTF_8))
                .isEqualTo(DIALOG.callId() + ";to-tag=theirs;from-tag=ours");
    }

    @Test
    void nothingThatThePeerWroteBehindItsAddressReachesTheInvite() throws Exception {
        assertThat(of("sip:301@10.0.0.2;method=BYE?Replaces=other&Subject=x"))
                .startsWith("<sip:301@10.0.0.2?Replaces=7f3a")
                .doesNotContain("other", "Subject", "method");
    }

    @Test
    void anAddressThatIsNoneOfSipIsNotReferredTo() throws Exception {
        assertThat(ReferTo.of(new AddressFactoryImpl().createURI("tel:+12125550111"), DIALOG))
                .isEmpty();
    }

    private static String of(String contact) throws Exception {
        return ReferTo.of(new AddressFactoryImpl().createURI(contact), DIALOG).orElseThrow();
    }
}
