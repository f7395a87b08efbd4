/** Reference cases of distributions and galaxies. */
package org.nightjar.simulation.internal.validate.galaxies;
