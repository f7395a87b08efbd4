/**
 * Functions from tables, for loops over many pixels.
 *
 * <p>Start with {@link org.nightjar.rendering.numeric.PowerTable}.
 */
@Version("1.0.0")
package org.nightjar.rendering.numeric;

import org.osgi.annotation.versioning.Version;
