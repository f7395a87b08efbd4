package org.nightjar.metrics.internal.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All meters of the process. Its lock guards who has what; no foreign code runs under it, and
 * nobody who counts needs it.
 */
@Component(service = MeterTable.class)
public final class MeterTable {
  static final int MOST_SERIES = 2_000;
  static final int MOST_NAMES = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(MeterTable.class);

  /** By exposed name; of several families the last one is shown. */
  private final Map<String, List<Family>> byName = new TreeMap<>();

  private final Set<String> complained = new HashSet<>();

  /** Made by the component runtime. */
  public MeterTable() {}

  /** What is to be read now, by name. */
  public synchronized List<FamilyValues> shown() {
    return byName.values().stream()
        .map(families -> families.get(families.size() - 1))
        .map(family -> new FamilyValues(family.definition(), List.copyOf(family.all())))
        .toList();
  }

  /** A series to add to, once more for this owner; empty if there is none for it. */
  synchronized Optional<Series> hold(Owner owner, Definition definition, LabelSet labels) {
    return take(owner, definition, labels, series -> series.hold(owner));
  }

  /** A series that reads this source from now on; empty if there is none for this owner. */
  synchronized Optional<Series> read(
      Owner owner, Definition definition, LabelSet labels, Source source) {
    return take(owner, definition, labels, series -> series.read(owner, source));
  }

  synchronized void letGo(Owner owner, Series series) {
    series.letGo(owner);
    removeIfUnused(series);
  }

  /**
   * Reads a source no more.
   *
   * @param last what it had counted, which others of its series go on from; NaN if nothing
   */
  synchronized void forget(Owner owner, Series series, Source source, double last) {
    series.forget(owner, source, last);
    removeIfUnused(series);
  }

  /** Takes everything away that the owner has, for good. */
  void leave(Owner owner) {
    counted(owner).forEach((series, source) -> forget(owner, series, source, source.read()));
    synchronized (this) {
      owner.leave();
      for (Series series : series().toList()) {
        series.leave(owner);
        removeIfUnused(series);
      }
    }
  }

  private synchronized Map<Series, Source> counted(Owner owner) {
    Map<Series, Source> counted = new IdentityHashMap<>();
    series()
        .filter(series -> series.family().definition().kind() == Kind.COUNTER)
        .forEach(series -> series.sourceOf(owner).ifPresent(source -> counted.put(series, source)));
    return counted;
  }

  private Stream<Series> series() {
    return byName.values().stream().flatMap(List::stream).flatMap(family -> family.all().stream());
  }

  private Optional<Series> take(
      Owner owner, Definition definition, LabelSet labels, Consumer<Series> taking) {
    if (owner.gone()) {
      return Optional.empty();
    }
    List<Family> families = byName.getOrDefault(definition.name().exposed(), List.of());
    Optional<Family> fitting =
        families.stream().filter(family -> family.definition().fits(definition)).findFirst();
    Optional<Series> present = fitting.flatMap(family -> family.with(labels));
    if (present.isEmpty() && full(definition.name(), families)) {
      return Optional.empty();
    }
    Family family = fitting.orElseGet(() -> open(definition));
    family.describe(definition);
    Series series = present.orElseGet(() -> family.add(labels));
    taking.accept(series);
    return Optional.of(series);
  }

  private Family open(Definition definition) {
    List<Family> families =
        byName.computeIfAbsent(definition.name().exposed(), name -> new ArrayList<>(1));
    if (!families.isEmpty()) {
      Definition present = families.get(families.size() - 1).definition();
      LOG.warn(
          "{} is a {} with bounds {}; while somebody has it as a {} with bounds {}, that is shown",
          definition.name(),
          present.kind(),
          present.bounds(),
          definition.kind(),
          definition.bounds());
    }
    Family family = new Family(definition);
    families.add(family);
    return family;
  }

  private boolean full(MeterName name, List<Family> families) {
    int series = families.stream().mapToInt(family -> family.all().size()).sum();
    if (series >= MOST_SERIES && complained.add(name.exposed())) {
      LOG.warn("{} has {} label sets, and gets no more", name, series);
    }
    boolean tooManyNames = families.isEmpty() && byName.size() >= MOST_NAMES;
    if (tooManyNames && complained.add("")) {
      LOG.warn("{} and other meters are left out: there are {} names", name, MOST_NAMES);
    }
    return series >= MOST_SERIES || tooManyNames;
  }

  private void removeIfUnused(Series series) {
    Family family = series.family();
    if (series.unused() && family.remove(series) && family.all().isEmpty()) {
      String name = family.definition().name().exposed();
      List<Family> families = byName.get(name);
      families.remove(family);
      if (families.isEmpty()) {
        byName.remove(name);
        complained.remove(name);
      }
    }
  }
}
