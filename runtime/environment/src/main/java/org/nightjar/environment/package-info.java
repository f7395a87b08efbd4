/** What bundles may know of the process they live in: folders, start, readiness. */
@Version("1.0.0")
package org.nightjar.environment;

import org.osgi.annotation.versioning.Version;
