/** For authors whose networks came with a DJL translator: it runs before the shared service. */
@Version("1.0.0")
package org.nightjar.translators;

import org.osgi.annotation.versioning.Version;
