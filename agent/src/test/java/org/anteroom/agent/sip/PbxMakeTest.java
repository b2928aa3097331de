package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PbxMakeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FPBX-16.0.40.7(18.19.0) | FREEPBX",
                "PBXact-16.0.33(16.20.0) | FREEPBX",
                "Asterisk PBX 20.5.0 | ASTERISK",
                "FusionPBX | FUSIONPBX",
                "FreeSWITCH-mod_sofia/1.10.9-release+git | FREESWITCH",
                "kamailio (5.6.3 (x86_64/linux)) | KAMAILIO",
                "OpenSIPS (3.4.2 (x86_64/linux)) | OPENSIPS",
                "3CXPhoneSystem 20.0.1 (1234) | THREE_CX",
                "Yeastar P550-37.9.0.2 | YEASTAR",
                "Grandstream UCM6302 1.0.21.9 | GRANDSTREAM",
                "Cisco-CUCM12.5 | CISCO_CUCM",
                "Cisco-SIPGateway/IOS-16.12.4 | CISCO",
                "IP Office 11.1.2.4.0 build 18 | AVAYA_IP_OFFICE",
                "Avaya CM/R018x.01.0.890.0 | AVAYA",
                "Mitel-3300-ICP 14.0.1.28 | MITEL",
                "Sangoma SBC 2.3 | SANGOMA",
                "Vodia-PBX/68.0.30 | VODIA",
                "some box of a cupboard | UNKNOWN"
            })
    void namesTheMakeByWhatThePbxCallsItself(String software, PbxMake make) {
        assertThat(PbxMake.of(software)).isEqualTo(make);
    }

    @Test
    void hintsWhereTheManualKnowsOfSomething() {
        assertThat(PbxMake.FREEPBX.hint()).contains("*2");
        assertThat(PbxMake.UNKNOWN.hint()).isEmpty();
    }
}
