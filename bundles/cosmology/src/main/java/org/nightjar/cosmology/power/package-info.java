/**
 * Power spectra of the density: linear ones from transfer functions, non-linear ones, and what
 * follows from them.
 *
 * <p>Start with {@link org.nightjar.cosmology.power.PowerSpectrum} and {@link
 * org.nightjar.cosmology.power.LinearPower}.
 */
@Version("1.0.0")
package org.nightjar.cosmology.power;

import org.osgi.annotation.versioning.Version;
