/**
 * Planes of mass one behind the other, and rays through them.
 *
 * <p>Start with {@link org.nightjar.lensing.plane.PlaneStack}.
 */
@Version("1.0.0")
package org.nightjar.lensing.plane;

import org.osgi.annotation.versioning.Version;
