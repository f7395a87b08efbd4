/**
 * Angular power spectra: given, drawn as Gaussian fields, and measured.
 *
 * <p>Start with {@link org.nightjar.mmwave.spectrum.AngularSpectrum}.
 */
@Version("1.0.0")
package org.nightjar.mmwave.spectrum;

import org.osgi.annotation.versioning.Version;
