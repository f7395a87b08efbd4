/**
 * Haloes of dark matter: how many of which mass, their insides, their subhaloes and galaxies.
 *
 * <p>Start with {@link org.nightjar.cosmology.halo.HaloAbundance}.
 */
@Version("1.0.0")
package org.nightjar.cosmology.halo;

import org.osgi.annotation.versioning.Version;
