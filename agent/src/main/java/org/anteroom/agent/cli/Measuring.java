package org.anteroom.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import org.anteroom.agent.rehearsal.Figures;
import org.anteroom.agent.rehearsal.TsvException;

/** Measures something for a command. */
@FunctionalInterface
interface Measuring<F extends Figures> {

    F measure() throws IOException, TsvException, InterruptedException, Failure;

    /** Measures, and prints tables or one JSON object.
     *
     *  @throws Failure with what keeps it from being measured
     */
    static <F extends Figures> F print(PrintWriter out, boolean json, Measuring<F> measuring)
            throws Failure, InterruptedException {
        try {
            F figures = measuring.measure();
            out.print(json ? Json.MAPPER.writeValueAsString(figures.json()) + System.lineSeparator() : figures.text());
            out.flush();
            return figures;
        } catch (TsvException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw Failure.failed("The figures could not be written as JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        }
    }
}
