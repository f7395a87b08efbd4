/**
 * Distributions that draw from any {@link java.util.random.RandomGenerator}: with {@link
 * org.nightjar.statistics.random.Philox#at} what is drawn for an object depends on the seed, the
 * stream's name and the object alone. Also the special functions behind them.
 *
 * <p>Start with {@link org.nightjar.statistics.distribution.Distribution}.
 */
@Version("1.0.0")
package org.nightjar.statistics.distribution;

import org.osgi.annotation.versioning.Version;
