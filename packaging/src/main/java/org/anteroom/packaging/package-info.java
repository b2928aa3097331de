/** What the Debian package holds beside the application folder, written in the build from the program itself: manual,
 *  completions, reference configuration, changelog; and the check that every bundled part is named with its licence.
 *  None of it is installed.
 */
@NullMarked
package org.anteroom.packaging;

import org.jspecify.annotations.NullMarked;
