/**
 * What a survey makes of true magnitudes: errors, completeness, solar units.
 *
 * <p>Start with {@link org.nightjar.galaxies.survey.MagnitudeError}.
 */
@Version("1.0.0")
package org.nightjar.galaxies.survey;

import org.osgi.annotation.versioning.Version;
