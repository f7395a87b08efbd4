package org.nightjar.galaxies.spectrum;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The light and the stars of one kind of stellar population; galaxies are sums of them.
 *
 * @param name of the population
 * @param spectrum at 10 pc of what forms one solar mass of stars, or in units of the user's own
 * @param mass of stars formed, in units of the template, above 0
 * @param remaining share of the mass that is still in stars, from 0 to 1
 * @param metallicity of the stars, mass of metals over mass
 * @param mass300 mass formed within the last 300 Myr, in units of the template
 * @param mass1000 mass formed within the last 1000 Myr
 */
@ProviderType
public record Template(
    String name,
    Spectrum spectrum,
    double mass,
    double remaining,
    double metallicity,
    double mass300,
    double mass1000) {}
