/** Evaluates files of reference cases and says how they ended: {@code simulate validate}. */
package org.nightjar.simulation.internal.certify;
