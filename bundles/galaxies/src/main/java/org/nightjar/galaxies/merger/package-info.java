/**
 * How often neutron stars and black holes merge in galaxies.
 *
 * <p>Start with {@link org.nightjar.galaxies.merger.MergerRate}.
 */
@Version("1.0.0")
package org.nightjar.galaxies.merger;

import org.osgi.annotation.versioning.Version;
