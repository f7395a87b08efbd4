package org.nightjar.simulation.internal.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.api.simulation.SkyComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The components and formats that are registered now. Of two with one name the first to come
 * counts.
 */
@Component(service = InstalledModels.class)
public final class InstalledModels {
  private final List<SkyComponent> components = new CopyOnWriteArrayList<>();
  private final List<TableFileWriter> writers = new CopyOnWriteArrayList<>();

  /** Made by the component runtime. */
  @Activate
  public InstalledModels() {}

  /** A component has come. */
  @Reference(
      name = "component",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "remove")
  public void add(SkyComponent component) {
    components.add(component);
  }

  /** A component goes. */
  public void remove(SkyComponent component) {
    components.remove(component);
  }

  /** A writer has come. */
  @Reference(
      name = "writer",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "removeWriter")
  public void addWriter(TableFileWriter writer) {
    writers.add(writer);
  }

  /** A writer goes. */
  public void removeWriter(TableFileWriter writer) {
    writers.remove(writer);
  }

  /** The components by name. */
  public Map<String, SkyComponent> components() {
    Map<String, SkyComponent> all = new TreeMap<>();
    components.forEach(component -> all.putIfAbsent(component.info().name(), component));
    return all;
  }

  /** The writers by the name of their format. */
  public Map<String, TableFileWriter> writers() {
    Map<String, TableFileWriter> all = new LinkedHashMap<>();
    writers.forEach(writer -> all.putIfAbsent(writer.name(), writer));
    return all;
  }
}
