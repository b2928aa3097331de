package org.anteroom.agent.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;

/**
 * Keeps the SIP stack quiet: its own log lines quote messages, and messages name callers. What matters is counted and
 * told by the line itself. Public because the stack makes it by name.
 */
public final class SilentStackLogger implements StackLogger {

    @Override
    public boolean isLoggingEnabled() {
        return false;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return false;
    }

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public String getLoggerName() {
        return "silent";
    }

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int level) {}

    @Override
    public void logException(Throwable fault) {}

    @Override
    public void logDebug(String message) {}

    @Override
    public void logDebug(String message, Exception fault) {}

    @Override
    public void logTrace(String message) {}

    @Override
    public void logFatalError(String message) {}

    @Override
    public void logError(String message) {}

    @Override
    public void logError(String message, Exception fault) {}

    @Override
    public void logWarning(String message) {}

    @Override
    public void logInfo(String message) {}

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String stamp) {}

    @Override
    public void setStackProperties(Properties properties) {}
}
