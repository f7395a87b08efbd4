package org.nightjar.inference.internal.model;

import java.time.Duration;
import org.nightjar.inference.internal.shadow.ShadowLimits;

/**
 * How one version follows another.
 *
 * @param dwell how long the version before is kept loaded as the way back
 * @param rollbackAfter after this many samples that a new version failed and the one before it
 *     answers, the one before it is live again
 * @param limits how much a version on trial may differ and still go live by itself
 */
public record SuccessionSettings(Duration dwell, int rollbackAfter, ShadowLimits limits) {}
