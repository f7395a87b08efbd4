/** Where products come from and where reports go. */
@Version("1.0.0")
package org.nightjar.api.feed;

import org.osgi.annotation.versioning.Version;
