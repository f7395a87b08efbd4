/**
 * Pictures of lenses.
 *
 * <p>Start with {@link org.nightjar.lensing.scene.LensedSky}, which {@link
 * org.nightjar.rendering.Renderer} renders.
 */
@Version("1.0.0")
package org.nightjar.lensing.scene;

import org.osgi.annotation.versioning.Version;
