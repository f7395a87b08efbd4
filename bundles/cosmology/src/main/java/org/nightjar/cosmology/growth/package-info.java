/**
 * How small ripples of the density grow: exactly, and by the usual approximations.
 *
 * <p>Start with {@link org.nightjar.cosmology.growth.Growth}.
 */
@Version("1.0.0")
package org.nightjar.cosmology.growth;

import org.osgi.annotation.versioning.Version;
