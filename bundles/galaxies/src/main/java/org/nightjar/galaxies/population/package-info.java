/**
 * How many galaxies there are, where in redshift, how luminous, how massive.
 *
 * <p>Start with {@link org.nightjar.galaxies.population.LuminosityCone}.
 */
@Version("1.0.0")
package org.nightjar.galaxies.population;

import org.osgi.annotation.versioning.Version;
