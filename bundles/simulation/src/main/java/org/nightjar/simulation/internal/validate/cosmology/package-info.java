/** Reference cases of cosmology: distances, growth, power spectra, haloes. */
package org.nightjar.simulation.internal.validate.cosmology;
