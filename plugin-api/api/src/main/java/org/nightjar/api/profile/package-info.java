/** An observatory's own names: site, keywords, levels, thresholds. */
@Version("1.0.0")
package org.nightjar.api.profile;

import org.osgi.annotation.versioning.Version;
