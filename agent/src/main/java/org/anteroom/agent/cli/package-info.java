/** Commands, one file each, and the composition root: every part is made here, by constructor, and closed in reverse.
 *  What may enter: talking to the person at the terminal, to the control socket, and to the process itself. It is the
 *  only room that writes to standard output and standard error.
 */
@NullMarked
package org.anteroom.agent.cli;

import org.jspecify.annotations.NullMarked;
