package org.nightjar.simulation.internal.plan;

import org.nightjar.api.reader.CellType;
import org.nightjar.api.simulation.OutputInfo;

/** A column of a table; one object is one column, wherever it is used. */
public final class Column {
  private final String table;
  private final String name;
  private final OutputInfo info;
  private final Call call;
  private final int output;

  Column(String table, String name, OutputInfo info, Call call, int output) {
    this.table = table;
    this.name = name;
    this.info = info;
    this.call = call;
    this.output = output;
  }

  /** The table it was defined in. */
  public String table() {
    return table;
  }

  /** How it is referred to: {@code table.name}. */
  public String path() {
    return table + "." + name;
  }

  /** Its name in its table. */
  public String name() {
    return name;
  }

  /** Type, width, unit and meaning. */
  public OutputInfo info() {
    return info;
  }

  /** What fills it. */
  public Call call() {
    return call;
  }

  /** Which output of the call it is. */
  public int output() {
    return output;
  }

  /** Bytes of a row. */
  public int bytes() {
    return info.width() * info.type().bytes();
  }

  /** Whether it holds one double for each row. */
  public boolean plain() {
    return info.type() == CellType.REAL && info.width() == 1;
  }

  @Override
  public String toString() {
    return path();
  }
}
