/**
 * Bands of telescopes: frequencies, beams, noise, and the units of millimetre waves.
 *
 * <p>Start with {@link org.nightjar.mmwave.band.Surveys}.
 */
@Version("1.0.0")
package org.nightjar.mmwave.band;

import org.osgi.annotation.versioning.Version;
