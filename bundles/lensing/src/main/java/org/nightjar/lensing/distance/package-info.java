/**
 * From masses, speeds and redshifts to angles and days.
 *
 * <p>Start with {@link org.nightjar.lensing.distance.LensDistances}.
 */
@Version("1.0.0")
package org.nightjar.lensing.distance;

import org.osgi.annotation.versioning.Version;
