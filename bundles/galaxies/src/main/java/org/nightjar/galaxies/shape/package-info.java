/**
 * How large galaxies are and how round they look.
 *
 * <p>Start with {@link org.nightjar.galaxies.shape.SizeModel} and {@link
 * org.nightjar.galaxies.shape.TriaxialEllipsoid}.
 */
@Version("1.0.0")
package org.nightjar.galaxies.shape;

import org.osgi.annotation.versioning.Version;
