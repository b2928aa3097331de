/**
 * One TOML file becomes immutable records. Only values and locations enter: nothing here opens a socket, a database or a
 * key. The records carry their documentation, defaults and ranges, so reading, checking and the reference file agree.
 */
@NullMarked
package org.anteroom.agent.config;

import org.jspecify.annotations.NullMarked;
