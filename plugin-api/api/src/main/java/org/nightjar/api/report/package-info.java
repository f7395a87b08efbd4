/**
 * What a task says of a product: verdict, findings, measurements, attachments, provenance, state.
 */
@Version("1.0.0")
package org.nightjar.api.report;

import org.osgi.annotation.versioning.Version;
