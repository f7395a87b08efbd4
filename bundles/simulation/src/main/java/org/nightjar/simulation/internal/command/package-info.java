/** The commands of the simulator. */
package org.nightjar.simulation.internal.command;
