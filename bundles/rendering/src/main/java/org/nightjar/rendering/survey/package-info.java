/**
 * Presets of surveys: what their pictures are like, each value with where it is from. Data files,
 * read on demand.
 *
 * <p>Start with {@link org.nightjar.rendering.survey.Surveys}.
 */
@Version("1.0.0")
package org.nightjar.rendering.survey;

import org.osgi.annotation.versioning.Version;
