/**
 * Catalogues of galaxies, in batches of arrays.
 *
 * <p>Start with {@link org.nightjar.galaxies.catalogue.Population}.
 */
@Version("1.0.0")
package org.nightjar.galaxies.catalogue;

import org.osgi.annotation.versioning.Version;
