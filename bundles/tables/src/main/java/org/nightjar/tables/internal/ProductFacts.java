package org.nightjar.tables.internal;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.report.FiledReport;
import org.nightjar.store.Products;

/** Looks up what products say of themselves. */
record ProductFacts(Products products) {
  Product of(FiledReport report) throws NightjarException {
    Facts facts = products.find(report.product().sha256()).map(Envelope::facts).orElse(Facts.NONE);
    return new Product(report, facts);
  }
}
