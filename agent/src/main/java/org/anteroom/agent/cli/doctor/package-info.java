/** What {@code anteroom doctor} judges: facts come in as small values, findings go out as sentences. Part of the room {@code
 *  cli}, whose command looks at the machine and hands the facts in; only {@link org.anteroom.agent.cli.doctor.Machine} and
 *  {@link org.anteroom.agent.cli.doctor.Tool} look by themselves.
 */
@NullMarked
package org.anteroom.agent.cli.doctor;

import org.jspecify.annotations.NullMarked;
