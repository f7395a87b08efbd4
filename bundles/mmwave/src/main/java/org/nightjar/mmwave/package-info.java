/**
 * Maps of the sky at millimetre waves: background, clusters, point sources, beams and noise, with
 * the truth beside them. A plain library.
 *
 * <p>Start with {@link org.nightjar.mmwave.MapSimulation}.
 */
@Version("1.0.0")
package org.nightjar.mmwave;

import org.osgi.annotation.versioning.Version;
