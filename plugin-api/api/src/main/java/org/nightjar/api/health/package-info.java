/** Is a component working, and what should a machine or a person do about it? */
@Version("1.0.0")
package org.nightjar.api.health;

import org.osgi.annotation.versioning.Version;
