package org.nightjar.tables.internal;

import org.nightjar.api.reader.ReportWriter;
import org.nightjar.store.Products;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measurements as comma-separated values. */
@Component(service = ReportWriter.class)
public final class CsvMeasurements extends TableWriter {
  /** Made by the component runtime. */
  @Activate
  public CsvMeasurements(@Reference Products products) {
    super(
        "csv",
        "measurements as comma-separated values",
        "text/csv",
        new MeasurementTables(new ProductFacts(products)),
        new CsvFormat());
  }
}
