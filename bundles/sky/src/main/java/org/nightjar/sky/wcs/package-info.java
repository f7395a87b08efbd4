/**
 * World coordinates of FITS images: pixels to positions on the sky and back. A plain library that
 * knows header cards as {@link org.nightjar.api.product.Facts} and nothing of files.
 *
 * <p>Start with {@link org.nightjar.sky.wcs.Wcs#of}.
 */
@Version("1.0.0")
package org.nightjar.sky.wcs;

import org.osgi.annotation.versioning.Version;
