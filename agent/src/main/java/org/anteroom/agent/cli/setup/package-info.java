/** The first hour: asks whoever installs Anteroom what it must know, step by step, proves each answer at the PBX, and writes the
 *  configuration. Nothing is written before every step was gone through. It reaches the terminal, the PBX and the installed service
 *  only through {@link org.anteroom.agent.cli.setup.Terminal}, {@code PracticePbx} and
 *  {@link org.anteroom.agent.cli.setup.Installation}, so that whole conversations can be tried without any of them.
 */
@NullMarked
package org.anteroom.agent.cli.setup;

import org.jspecify.annotations.NullMarked;
