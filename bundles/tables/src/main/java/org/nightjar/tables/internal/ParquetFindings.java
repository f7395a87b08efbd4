package org.nightjar.tables.internal;

import org.nightjar.api.reader.ReportWriter;
import org.nightjar.store.Products;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Findings as Parquet. */
@Component(service = ReportWriter.class)
public final class ParquetFindings extends TableWriter {
  /** Made by the component runtime. */
  @Activate
  public ParquetFindings(@Reference Products products) {
    super(
        "parquet-findings",
        "findings as a Parquet table",
        "application/vnd.apache.parquet",
        new FindingTables(new ProductFacts(products)),
        new ParquetFormat());
  }
}
