/**
 * Where on the sky.
 *
 * <p>Start with {@link org.nightjar.galaxies.position.SphericalCap}.
 */
@Version("1.0.0")
package org.nightjar.galaxies.position;

import org.osgi.annotation.versioning.Version;
