package org.nightjar.sinks.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.sinks.Formats;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The writers that are registered now. Of two with one name the first to come counts. */
@Component
public final class InstalledFormats implements Formats {
  private final List<ReportWriter> writers = new CopyOnWriteArrayList<>();

  /** Made by the component runtime. */
  @Activate
  public InstalledFormats() {}

  /** A writer has come. */
  @Reference(
      name = "writer",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(ReportWriter writer) {
    writers.add(writer);
  }

  /** A writer goes. */
  public void remove(ReportWriter writer) {
    writers.remove(writer);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    writers.forEach(writer -> names.add(writer.name()));
    return names;
  }

  @Override
  public List<ReportWriter> named(Collection<String> names) throws NightjarException {
    Set<String> wanted = new LinkedHashSet<>();
    for (String name : names) {
      if (name.equals(ALL)) {
        wanted.addAll(names());
      } else {
        wanted.add(name);
      }
    }
    List<ReportWriter> found = new ArrayList<>();
    for (String name : wanted) {
      found.add(named(name));
    }
    return found;
  }

  private ReportWriter named(String name) throws NightjarException {
    for (ReportWriter writer : writers) {
      if (writer.name().equals(name)) {
        return writer;
      }
    }
    throw NightjarException.of(
        StandardError.BAD_ARGUMENT,
        "there is no format '" + name + "'",
        "",
        "There are: " + String.join(", ", names()) + ", " + ALL);
  }
}
