/**
 * Spectra of galaxies as sums of templates, and what filters make of them.
 *
 * <p>Start with {@link org.nightjar.galaxies.spectrum.TemplateSet} and {@link
 * org.nightjar.galaxies.spectrum.Photometry}.
 */
@Version("1.0.0")
package org.nightjar.galaxies.spectrum;

import org.osgi.annotation.versioning.Version;
