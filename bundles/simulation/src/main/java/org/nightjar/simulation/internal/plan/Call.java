package org.nightjar.simulation.internal.plan;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.SkyComponent;

/** A component with arguments, which fills columns. */
public final class Call {
  private final String table;
  private final SkyComponent component;
  private final Given arguments;
  private final String stream;
  private final List<Column> outputs = new ArrayList<>();

  /**
   * A call.
   *
   * @param stream name of its random streams within the sky
   * @param names of its columns, as many as outputs
   */
  public Call(
      String table,
      SkyComponent component,
      Given arguments,
      String stream,
      List<String> names,
      List<OutputInfo> infos) {
    this.table = table;
    this.component = component;
    this.arguments = arguments;
    this.stream = stream;
    for (int i = 0; i < names.size(); i++) {
      outputs.add(new Column(table, names.get(i), infos.get(i), this, i));
    }
  }

  /** The table it belongs to. */
  public String table() {
    return table;
  }

  /** The component. */
  public SkyComponent component() {
    return component;
  }

  /** Its arguments. */
  public Given arguments() {
    return arguments;
  }

  /** Name of its random streams. */
  public String stream() {
    return stream;
  }

  /** The columns it fills. */
  public List<Column> outputs() {
    return List.copyOf(outputs);
  }
}
