/**
 * The Sunyaev-Zeldovich effects of clusters of galaxies: spectra, pressure and gas profiles, their
 * projections.
 *
 * <p>Start with {@link org.nightjar.mmwave.sz.ClusterPhysics}.
 */
@Version("1.0.0")
package org.nightjar.mmwave.sz;

import org.osgi.annotation.versioning.Version;
