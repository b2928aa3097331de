package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PcmTest {

    @Property
    void voicesThatTogetherAreTooLoudAreAsLoudAsCanBeAndNeverWrap(@ForAll short one, @ForAll short other) {
        short[] into = new short[Pcm.FRAME];
        short[] more = new short[Pcm.FRAME];
        into[0] = one;
        more[0] = other;
        into[Pcm.FRAME - 1] = other;
        more[Pcm.FRAME - 1] = one;

        Pcm.add(into, more);

        int sum = one + other;
        int held = sum > Short.MAX_VALUE ? Short.MAX_VALUE : sum < Short.MIN_VALUE ? Short.MIN_VALUE : sum;
        assertThat(into[0]).isEqualTo((short) held);
        assertThat(into[Pcm.FRAME - 1]).isEqualTo((short) held);
        assertThat(into[1]).isZero();
    }
}
