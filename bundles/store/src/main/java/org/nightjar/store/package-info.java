/** Reports, attachments and the ledger, durable; the one home of JDBC. */
@Version("1.0.0")
package org.nightjar.store;

import org.osgi.annotation.versioning.Version;
