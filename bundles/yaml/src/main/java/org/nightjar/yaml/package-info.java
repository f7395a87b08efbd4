/** YAML files that people write: bounded, every value knows its line, mistakes get suggestions. */
@Version("1.0.0")
package org.nightjar.yaml;

import org.osgi.annotation.versioning.Version;
