/**
 * Light of galaxies and stars: surface brightness in electrons per second and square arcsecond,
 * positions in arcseconds, x to the right, y up.
 *
 * <p>Start with {@link org.nightjar.rendering.light.LightProfile}.
 */
@Version("1.0.0")
package org.nightjar.rendering.light;

import org.osgi.annotation.versioning.Version;
