/**
 * Mass that bends light. Angles in arcseconds, x to the right, y up; the deflection is the gradient
 * of the potential, the convergence half its Laplacian.
 *
 * <p>Start with {@link org.nightjar.lensing.mass.MassProfile}, or by name with {@link
 * org.nightjar.lensing.mass.MassModels}.
 */
@Version("1.0.0")
package org.nightjar.lensing.mass;

import org.osgi.annotation.versioning.Version;
