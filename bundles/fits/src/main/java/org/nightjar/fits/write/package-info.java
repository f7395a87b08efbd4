/**
 * Writing FITS files: images, plain or in compressed tiles, streaming, with checksums.
 *
 * <p>Begin with {@link org.nightjar.fits.write.FitsWriter}.
 */
@Version("1.0.0")
package org.nightjar.fits.write;

import org.osgi.annotation.versioning.Version;
