package org.nightjar.metrics.internal.table;

import java.util.Map;
import java.util.function.DoubleSupplier;
import org.nightjar.metrics.Counter;
import org.nightjar.metrics.Distribution;
import org.nightjar.metrics.Meter;
import org.nightjar.metrics.Meters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** One instance per using bundle, so that what is made can be taken away when that bundle stops. */
@Component(scope = ServiceScope.BUNDLE)
public final class BundleMeters implements Meters {
  private final MeterTable table;
  private final Owner owner = new Owner();

  /** Made by the component runtime. */
  @Activate
  public BundleMeters(@Reference MeterTable table) {
    this.table = table;
  }

  @Override
  public Counter counter(String name, String description, String unit, Map<String, String> labels) {
    Definition definition = Definition.of(Kind.COUNTER, name, description, unit);
    return table
        .hold(owner, definition, LabelSet.of(labels))
        .<Counter>map(series -> new HeldCounter(table, owner, series))
        .orElse(Nothing.NOTHING);
  }

  @Override
  public Meter counter(
      String name,
      String description,
      String unit,
      Map<String, String> labels,
      DoubleSupplier value) {
    return read(Definition.of(Kind.COUNTER, name, description, unit), labels, value);
  }

  @Override
  public Meter gauge(
      String name,
      String description,
      String unit,
      Map<String, String> labels,
      DoubleSupplier value) {
    return read(Definition.of(Kind.GAUGE, name, description, unit), labels, value);
  }

  private Meter read(Definition definition, Map<String, String> labels, DoubleSupplier value) {
    Source source = new Source(definition.name(), value);
    return table
        .read(owner, definition, LabelSet.of(labels), source)
        .<Meter>map(series -> new HeldSource(table, owner, series, source))
        .orElse(Nothing.NOTHING);
  }

  @Override
  public Distribution distribution(
      String name, String description, String unit, Map<String, String> labels, double[] bounds) {
    Definition definition = Definition.of(Kind.DISTRIBUTION, name, description, unit, bounds);
    return table
        .hold(owner, definition, LabelSet.of(labels))
        .<Distribution>map(series -> new HeldDistribution(table, owner, series))
        .orElse(Nothing.NOTHING);
  }

  /** The using bundle has stopped, or uses meters no more. */
  @Deactivate
  public void stop() {
    table.leave(owner);
  }
}
