/** The HTTP server: routes contributed by bundles, bearer token; the one home of Vert.x Web. */
@Version("1.0.0")
package org.nightjar.http;

import org.osgi.annotation.versioning.Version;
