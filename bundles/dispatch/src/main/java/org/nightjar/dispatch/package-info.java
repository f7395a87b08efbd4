/**
 * The dispatcher: owns the public addresses of tasks, bounds their queues, switches their versions.
 */
@Version("1.0.0")
package org.nightjar.dispatch;

import org.osgi.annotation.versioning.Version;
