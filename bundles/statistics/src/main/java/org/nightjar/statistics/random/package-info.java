/**
 * Random numbers that depend on what they are for, not on who asked first: object i of a stream is
 * the same for any number of threads, any order and any chunking.
 *
 * <p>Start with {@link org.nightjar.statistics.random.Streams}.
 */
@Version("1.0.0")
package org.nightjar.statistics.random;

import org.osgi.annotation.versioning.Version;
