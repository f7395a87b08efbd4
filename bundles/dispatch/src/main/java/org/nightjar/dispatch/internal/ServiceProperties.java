package org.nightjar.dispatch.internal;

import java.util.Map;
import java.util.TreeMap;
import org.nightjar.dispatch.internal.lane.Slot;

/** The properties of a task's service: some say where it comes from, the others configure it. */
record ServiceProperties(Map<String, Object> all) {

  Slot.Origin origin() {
    int ranking = all.get("service.ranking") instanceof Integer rank ? rank : 0;
    return new Slot.Origin(number("service.id"), number("service.bundleid"), ranking);
  }

  /** What the operator or the task's defaults set: everything that a framework did not add. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>(all);
    settings
        .keySet()
        .removeIf(
            name ->
                name.equals("objectClass")
                    || name.startsWith("service.")
                    || name.startsWith("component.")
                    || name.startsWith("felix.")
                    || name.startsWith("osgi.ds."));
    return settings;
  }

  private long number(String name) {
    return all.get(name) instanceof Long number ? number : 0;
  }
}
