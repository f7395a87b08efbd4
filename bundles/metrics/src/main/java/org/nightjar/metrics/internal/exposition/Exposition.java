package org.nightjar.metrics.internal.exposition;

import java.util.List;
import org.nightjar.metrics.internal.table.MeterTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The values of all meters, of the bundles and of the process. Costs nothing until it is asked. */
@Component(service = Exposition.class)
public final class Exposition {
  private final MeterTable table;
  private Outlet outlet;

  /** Made by the component runtime. */
  @Activate
  public Exposition(@Reference MeterTable table) {
    this.table = table;
  }

  /** The text format of Prometheus, version 0.0.4. */
  String text() {
    return outlet().text();
  }

  /** All values, by name. */
  List<Sample> samples() {
    return outlet().samples();
  }

  private synchronized Outlet outlet() {
    if (outlet == null) {
      outlet = new Outlet(table);
    }
    return outlet;
  }

  @Deactivate
  synchronized void stop() {
    if (outlet != null) {
      outlet.close();
    }
  }
}
