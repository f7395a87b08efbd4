/**
 * Where points behind a lens are seen: all of their images.
 *
 * <p>Start with {@link org.nightjar.lensing.image.LensEquation}.
 */
@Version("1.0.0")
package org.nightjar.lensing.image;

import org.osgi.annotation.versioning.Version;
