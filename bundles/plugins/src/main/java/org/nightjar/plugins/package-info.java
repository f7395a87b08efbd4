/** Plugins: who they are, and replacing one version by another without losing work. */
@Version("1.0.0")
package org.nightjar.plugins;

import org.osgi.annotation.versioning.Version;
