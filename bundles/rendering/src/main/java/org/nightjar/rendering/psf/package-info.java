/**
 * What air, optics and pixels make of a point of light, and convolution with it.
 *
 * <p>Start with {@link org.nightjar.rendering.psf.Psf}.
 */
@Version("1.0.0")
package org.nightjar.rendering.psf;

import org.osgi.annotation.versioning.Version;
