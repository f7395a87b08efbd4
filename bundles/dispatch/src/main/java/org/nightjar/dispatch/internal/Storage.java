package org.nightjar.dispatch.internal;

import org.nightjar.store.AttachmentStore;
import org.nightjar.store.Ledger;
import org.nightjar.store.Products;
import org.nightjar.store.Reports;

/**
 * The store, as the dispatcher uses it.
 *
 * @param ledger what is pending
 * @param reports where reports go
 * @param products answers needs
 * @param attachments where files go
 */
record Storage(Ledger ledger, Reports reports, Products products, AttachmentStore attachments) {}
