package org.anteroom.agent.sip;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sip.message.Response;

/** A last request (BYE, CANCEL) whose answer changes nothing; a closing line waits for it a while. */
final class Farewell implements ResponseListener {
    private final Outstanding outstanding;
    private final AtomicBoolean over = new AtomicBoolean();

    Farewell(Outstanding outstanding) {
        this.outstanding = outstanding;
        outstanding.begin();
    }

    @Override
    public void response(Response response) {
        if (response.getStatusCode() >= 200) {
            lost();
        }
    }

    @Override
    public void lost() {
        if (over.compareAndSet(false, true)) {
            outstanding.end();
        }
    }
}
