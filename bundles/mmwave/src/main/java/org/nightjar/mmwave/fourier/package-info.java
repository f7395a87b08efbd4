/**
 * Fourier transforms of real maps.
 *
 * <p>Start with {@link org.nightjar.mmwave.fourier.RealFft2}.
 */
@Version("1.0.0")
package org.nightjar.mmwave.fourier;

import org.osgi.annotation.versioning.Version;
