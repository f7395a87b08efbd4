/** Galaxies as components of a sky: the models of the galaxies bundle with names and units. */
package org.nightjar.simulation.internal.galaxies;
