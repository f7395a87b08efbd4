/** Shows that the simulator's models give what published reference cases say. */
package org.nightjar.simulation.internal.validate;
