/**
 * Pictures of the sky without noise: surface brightness integrated over pixels, seen through a
 * point spread function. A plain library. Positions in arcseconds, x to the right, y up; light in
 * electrons per second.
 *
 * <p>Start with {@link org.nightjar.rendering.Renderer}; {@link org.nightjar.rendering.noise} adds
 * what a detector does.
 */
@Version("1.0.0")
package org.nightjar.rendering;

import org.osgi.annotation.versioning.Version;
