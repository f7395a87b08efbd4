/** The contract between Nightjar and its plugins. */
@Version("1.0.0")
package org.nightjar.api;

import org.osgi.annotation.versioning.Version;
