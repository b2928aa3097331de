/**
 * The agent against somebody else's telephones: Kamailio as the practice PBX, baresip phones, sipp callers, on the loopback.
 *
 * <p>Tests are tagged {@code interop} and named {@code *IT}; everything here starts its own processes and ends exactly those.
 */
package org.anteroom.agent.interop;
