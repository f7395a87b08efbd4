/** Errors that carry a code, a category, a place and a remedy. */
@Version("1.0.0")
package org.nightjar.api.error;

import org.osgi.annotation.versioning.Version;
