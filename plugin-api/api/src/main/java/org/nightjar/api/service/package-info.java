/** Questions and answers between plugins: simulators, allocators, catalogues. */
@Version("1.0.0")
package org.nightjar.api.service;

import org.osgi.annotation.versioning.Version;
