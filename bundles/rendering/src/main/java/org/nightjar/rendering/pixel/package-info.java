/**
 * From surface brightness to pixels: grids, and integration over pixels to a stated error.
 *
 * <p>Start with {@link org.nightjar.rendering.pixel.PixelIntegrator}.
 */
@Version("1.0.0")
package org.nightjar.rendering.pixel;

import org.osgi.annotation.versioning.Version;
