/** Meters of the running system: counters, gauges and distributions of any bundle. */
@Version("1.0.0")
package org.nightjar.metrics;

import org.osgi.annotation.versioning.Version;
