/** Reference cases, and how what comes out is compared with them. */
package org.nightjar.simulation.internal.validate;
