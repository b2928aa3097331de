package org.anteroom.agent.sip;

import java.util.regex.Pattern;

/**
 * Makes of PBX, by what they call themselves in Server or User-Agent. The order matters: a product comes before the
 * engine it is built on. The hints are those of pbx.md.
 */
public enum PbxMake {
    FREEPBX(
            "FreePBX",
            "FPBX|FreePBX|PBXact",
            "under Admin, Feature Codes, disable ** and *2, or name them in oncall.keys.taken-by-pbx"),
    ISSABEL("Issabel", "Issabel|Elastix", Hint.ASTERISK),
    SWITCHVOX("Sangoma Switchvox", "Switchvox", ""),
    YEASTAR("Yeastar", "Yeastar|MyPBX", ""),
    GRANDSTREAM("Grandstream UCM", "Grandstream.*UCM|\\bUCM\\d|Grandstream", ""),
    WILDIX("Wildix", "Wildix", ""),
    XIVO("Wazo", "\\bWazo|XiVO", Hint.ASTERISK),
    ASTERISK("Asterisk", "Asterisk", Hint.ASTERISK),
    FUSIONPBX("FusionPBX", "FusionPBX", ""),
    FREESWITCH("FreeSWITCH", "FreeSWITCH|SignalWire", ""),
    KAMAILIO("Kamailio", "Kamailio", Hint.PROXY),
    OPENSIPS("OpenSIPS", "OpenSIPS|OpenSER", Hint.PROXY),
    THREE_CX("3CX", "3CX", ""),
    CISCO_CUCM("Cisco Unified Communications Manager", "CUCM", ""),
    CISCO("Cisco", "Cisco", ""),
    AVAYA_IP_OFFICE("Avaya IP Office", "IP ?Office|\\bIPO\\b", ""),
    AVAYA("Avaya", "Avaya|AVAYA-SM|\\bASM\\b", ""),
    MITEL("Mitel", "Mitel|MiVoice|ShoreTel|Aastra", ""),
    SANGOMA("Sangoma", "Sangoma", ""),
    VODIA("Vodia", "Vodia|snomONE|snom-PBX", ""),
    BROADWORKS("BroadWorks", "BroadWorks|BroadSoft", ""),
    METASWITCH("Metaswitch", "Metaswitch|Perimeta", ""),
    NEC("NEC", "\\bNEC\\b|UNIVERGE", ""),
    PANASONIC("Panasonic", "Panasonic", ""),
    UNIFY("Unify", "Unify|OpenScape|HiPath", ""),
    ALCATEL("Alcatel-Lucent", "Alcatel|OmniPCX|\\bOXO\\b|\\bOXE\\b", ""),
    INNOVAPHONE("innovaphone", "innovaphone", ""),
    STARFACE("STARFACE", "STARFACE", ""),
    FRITZBOX("FRITZ!Box", "FRITZ!?OS|FRITZ!?Box|AVM", ""),
    UNKNOWN("an unknown make", "(?!)", "");

    private final String title;
    private final Pattern software;
    private final String hint;

    PbxMake(String title, String software, String hint) {
        this.title = title;
        this.software = Pattern.compile(software, Pattern.CASE_INSENSITIVE);
        this.hint = hint;
    }

    /** By the value of Server or User-Agent; {@link #UNKNOWN} when none fits. */
    public static PbxMake of(String software) {
        for (PbxMake make : values()) {
            if (make.software.matcher(software).find()) {
                return make;
            }
        }
        return UNKNOWN;
    }

    /** Its name, for people. */
    public String title() {
        return title;
    }

    /** What to look after at this make; empty where we know of nothing special. */
    public String hint() {
        return hint;
    }

    /** Constants of an enum can't name its own statics. */
    private static final class Hint {
        static final String ASTERISK =
                "a dialplan line dials oncall.hand-over.code at Anteroom's endpoint: Dial(PJSIP/${EXTEN}@200)";
        static final String PROXY = "it must stay in the signalling path: add Record-Route to every INVITE";
    }
}
