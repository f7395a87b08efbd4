/** The judges: tasks, what they declare, and what the platform hands them while they work. */
@Version("1.0.0")
package org.nightjar.api.task;

import org.osgi.annotation.versioning.Version;
