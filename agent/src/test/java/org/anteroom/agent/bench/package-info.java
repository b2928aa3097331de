/**
 * The figures: real calls through the installed agent, judged by the packets that a telephone sees.
 *
 * <p>Not tests: nothing here passes or fails. {@code mvn -q -Pbench verify} prints the tables.
 */
package org.anteroom.agent.bench;
