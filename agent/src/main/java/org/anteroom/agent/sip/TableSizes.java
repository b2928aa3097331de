package org.anteroom.agent.sip;

/** How many things the line and its stack hold. All are zero when the last call is over and its transactions aged. */
public record TableSizes(int legs, int dialogs, int clientTransactions, int serverTransactions, int connections) {

    /** Whether nothing of any call is held; idle TCP connections to the PBX don't count. */
    public boolean empty() {
        return legs == 0 && dialogs == 0 && clientTransactions == 0 && serverTransactions == 0;
    }
}
