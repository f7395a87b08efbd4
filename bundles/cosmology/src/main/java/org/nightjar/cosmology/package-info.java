/**
 * Distances and times of an expanding universe. A plain library.
 *
 * <p>Start with {@link org.nightjar.cosmology.FriedmannCosmology}, and ask for a {@link
 * org.nightjar.cosmology.Cosmology} where distances are enough.
 */
@Version("1.0.0")
package org.nightjar.cosmology;

import org.osgi.annotation.versioning.Version;
