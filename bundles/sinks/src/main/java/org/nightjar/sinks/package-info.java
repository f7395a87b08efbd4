/** Reports as files: which formats there are, and folders of them. */
@Version("1.0.0")
package org.nightjar.sinks;

import org.osgi.annotation.versioning.Version;
