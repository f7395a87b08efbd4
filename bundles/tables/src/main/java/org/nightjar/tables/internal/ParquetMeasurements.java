package org.nightjar.tables.internal;

import org.nightjar.api.reader.ReportWriter;
import org.nightjar.store.Products;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measurements as Parquet. */
@Component(service = ReportWriter.class)
public final class ParquetMeasurements extends TableWriter {
  /** Made by the component runtime. */
  @Activate
  public ParquetMeasurements(@Reference Products products) {
    super(
        "parquet",
        "measurements as a Parquet table",
        "application/vnd.apache.parquet",
        new MeasurementTables(new ProductFacts(products)),
        new ParquetFormat());
  }
}
