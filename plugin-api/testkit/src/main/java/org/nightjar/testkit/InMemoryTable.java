package org.nightjar.testkit;

import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.TablePart;
import org.osgi.annotation.versioning.ProviderType;

/** A table of scalar columns, held in memory and never changed. */
@ProviderType
public final class InMemoryTable implements TablePart {

  private final PartInfo info;
  private final Map<String, Held> columns;

  private InMemoryTable(PartInfo info, Map<String, Held> columns) {
    this.info = info;
    this.columns = columns;
  }

  /** A table without columns. */
  public static InMemoryTable of(String name) {
    return new InMemoryTable(new PartInfo(name, 0, Facts.NONE), Map.of());
  }

  /** The same table with a column of numbers; NaN where missing. */
  public InMemoryTable numbers(String name, String unit, double... values) {
    return plus(new Held(new Column(name, true, unit, 1), values.clone(), List.of()));
  }

  /** The same table with a column of text; empty where missing. */
  public InMemoryTable text(String name, String... values) {
    return plus(new Held(new Column(name, false, "", 1), new double[0], List.of(values)));
  }

  /** The same table with these facts. */
  public InMemoryTable with(Facts facts) {
    return new InMemoryTable(new PartInfo(info.name(), info.index(), facts), columns);
  }

  InMemoryTable at(int index) {
    return new InMemoryTable(new PartInfo(info.name(), index, info.facts()), columns);
  }

  @Override
  public PartInfo info() {
    return info;
  }

  @Override
  public List<Column> columns() {
    return columns.values().stream().map(Held::column).toList();
  }

  @Override
  public long rows() {
    return columns.values().stream().mapToLong(Held::rows).findFirst().orElse(0);
  }

  @Override
  public void read(String column, long first, DoubleBuffer target) throws NightjarException {
    double[] values = held(column, true).numbers();
    for (int row = row(first); row < values.length && target.hasRemaining(); row++) {
      target.put(values[row]);
    }
  }

  @Override
  public void read(String column, long first, LongBuffer target) throws NightjarException {
    double[] values = held(column, true).numbers();
    for (int row = row(first); row < values.length && target.hasRemaining(); row++) {
      target.put((long) values[row]);
    }
  }

  @Override
  public List<String> text(String column, long first, int count) throws NightjarException {
    List<String> values = held(column, false).text();
    int from = Math.min(row(first), values.size());
    return values.subList(from, Math.min(values.size(), from + count));
  }

  private int row(long first) {
    return (int) Math.min(first, Integer.MAX_VALUE);
  }

  private Held held(String name, boolean numeric) throws NightjarException {
    Held held = columns.get(name);
    if (held == null || held.column().numeric() != numeric) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "no column '" + name + "' of " + (numeric ? "numbers" : "text"),
          info.name(),
          "There are " + columns.keySet());
    }
    return held;
  }

  private InMemoryTable plus(Held held) {
    if (!columns.isEmpty() && held.rows() != rows()) {
      throw new IllegalArgumentException(
          "column " + held.column().name() + " has " + held.rows() + " rows, not " + rows());
    }
    Map<String, Held> more = new LinkedHashMap<>(columns);
    more.put(held.column().name(), held);
    return new InMemoryTable(info, Collections.unmodifiableMap(more));
  }

  private record Held(Column column, double[] numbers, List<String> text) {
    int rows() {
      return column.numeric() ? numbers.length : text.size();
    }
  }
}
