/**
 * Distances and times of an expanding universe. A plain library.
 *
 * <p>Start with {@link org.nightjar.cosmology.Cosmology}.
 */
@Version("1.0.0")
package org.nightjar.cosmology;

import org.osgi.annotation.versioning.Version;
