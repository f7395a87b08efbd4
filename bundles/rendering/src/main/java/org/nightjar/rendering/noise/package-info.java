/**
 * What a detector makes of light: counted electrons, coadds, read noise, digits, saturation.
 *
 * <p>Start with {@link org.nightjar.rendering.noise.Detector}. All random numbers come from an
 * argument.
 */
@Version("1.0.0")
package org.nightjar.rendering.noise;

import org.osgi.annotation.versioning.Version;
