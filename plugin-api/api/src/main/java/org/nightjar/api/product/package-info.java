/** What is judged: products, their facts, parts, pixels and tables. */
@Version("1.0.0")
package org.nightjar.api.product;

import org.osgi.annotation.versioning.Version;
