/**
 * Point sources: how many there are of which flux density, and single skies drawn from that.
 *
 * <p>Start with {@link org.nightjar.mmwave.source.SourcePopulation}.
 */
@Version("1.0.0")
package org.nightjar.mmwave.source;

import org.osgi.annotation.versioning.Version;
