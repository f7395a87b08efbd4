package org.nightjar.tables.internal;

import org.nightjar.api.reader.ReportWriter;
import org.nightjar.store.Products;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Findings as comma-separated values. */
@Component(service = ReportWriter.class)
public final class CsvFindings extends TableWriter {
  /** Made by the component runtime. */
  @Activate
  public CsvFindings(@Reference Products products) {
    super(
        "csv-findings",
        "findings as comma-separated values",
        "text/csv",
        new FindingTables(new ProductFacts(products)),
        new CsvFormat());
  }
}
