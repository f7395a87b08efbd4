package org.nightjar.inference.internal.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.inference.ModelSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All packages, from the store and from sources. Every usable version is loaded and stays so until
 * it is removed: a task that still holds an older version's {@link ModelInfo} is served.
 */
public final class Catalogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
  private static final String STORE = "data folder";

  private final ModelStore store;
  private final ModelLoader loader;
  private final Set<String> pins;
  private final List<ModelSource> sources = new CopyOnWriteArrayList<>();

  /** Held by whoever changes what is loaded; never by those who ask. */
  private final ReentrantLock changing = new ReentrantLock();

  private volatile List<Installed> installed = List.of();
  private volatile boolean closed;

  /**
   * An empty catalogue.
   *
   * @param pins {@code ID@VERSION} of versions to give out though they are not the newest
   */
  public Catalogue(ModelStore store, ModelLoader loader, Set<String> pins) {
    this.store = store;
    this.loader = loader;
    this.pins = Set.copyOf(pins);
  }

  /** Adds a source; its packages come with the next {@link #refresh}. */
  public void addSource(ModelSource source) {
    sources.add(source);
  }

  /** Removes a source; its packages go with the next {@link #refresh}. */
  public void removeSource(ModelSource source) {
    sources.remove(source);
  }

  /** All packages, sorted by id, newest version first. */
  public List<Installed> installed() {
    return installed;
  }

  /** The model of each id that tasks should use: the pinned version, else the newest usable one. */
  public List<ModelInfo> models(String task) {
    Map<String, ModelInfo> chosen = new TreeMap<>();
    for (Installed each : installed) {
      each.model()
          .map(LoadedModel::info)
          .filter(info -> info.task().equals(task))
          .ifPresent(
              info -> {
                if (pins.contains(each.label())) {
                  chosen.put(info.id(), info);
                } else {
                  chosen.putIfAbsent(info.id(), info);
                }
              });
    }
    return List.copyOf(chosen.values());
  }

  /** A model by {@code ID} (the one that tasks should use) or {@code ID@VERSION}. */
  public Optional<ModelInfo> model(String name) {
    Optional<ModelInfo> first = Optional.empty();
    for (Installed each : installed) {
      if (each.model().isPresent() && each.named(name)) {
        ModelInfo info = each.model().get().info();
        if (name.equals(each.label()) || pins.contains(each.label())) {
          return Optional.of(info);
        }
        first = first.or(() -> Optional.of(info));
      }
    }
    return first;
  }

  /** The running model that somebody was told about. */
  public Optional<LoadedModel> find(ModelInfo info) {
    for (Installed each : installed) {
      if (each.model().isPresent() && each.model().get().info().sha256().equals(info.sha256())) {
        return each.model();
      }
    }
    return Optional.empty();
  }

  /** Looks at all packages again: loads new ones, unloads those that are gone. */
  public void refresh() throws NightjarException, InterruptedException {
    changing.lockInterruptibly();
    try {
      if (closed) {
        return;
      }
      Map<Path, Installed> before = new LinkedHashMap<>();
      installed.forEach(each -> before.put(each.folder(), each));
      Map<String, Installed> now = new LinkedHashMap<>();
      for (Path folder : store.packages()) {
        look(folder, STORE, before, now);
      }
      for (ModelSource source : sources) {
        for (Path folder : source.packages()) {
          look(folder, source.name(), before, now);
        }
      }
      installed =
          now.values().stream()
              .sorted(
                  Comparator.comparing(Installed::id)
                      .thenComparing(Installed::version, VersionOrder.OLDEST_FIRST.reversed()))
              .toList();
      before.values().stream()
          .flatMap(old -> old.model().stream())
          .filter(model -> installed.stream().noneMatch(each -> uses(each, model)))
          .forEach(LoadedModel::close);
    } finally {
      changing.unlock();
    }
  }

  private static boolean uses(Installed each, LoadedModel model) {
    return each.model().equals(Optional.of(model));
  }

  private void look(
      Path folder, String origin, Map<Path, Installed> before, Map<String, Installed> now)
      throws InterruptedException {
    Installed found = look(folder, origin, Optional.ofNullable(before.get(folder)));
    Installed first = now.get(found.label());
    if (first == null) {
      now.put(found.label(), found);
      if (!found.message().isEmpty()) {
        LOG.warn("Model {} ({}): {}", found.label(), found.state(), found.message());
      }
      return;
    }
    Optional<LoadedModel> earlier =
        Optional.ofNullable(before.get(folder)).flatMap(Installed::model);
    // One that ran before is closed with all that are gone; one loaded just now is nobody's.
    if (!found.model().equals(earlier)) {
      found.model().ifPresent(LoadedModel::close);
    }
    LOG.warn(
        "Model {} of {} is not used: {} brings one of that name and version",
        found.label(),
        origin,
        first.origin());
  }

  private Installed look(Path folder, String origin, Optional<Installed> before)
      throws InterruptedException {
    String id = String.valueOf(folder.toAbsolutePath().getParent().getFileName());
    String version = String.valueOf(folder.getFileName());
    try {
      ModelPackage source = ModelPackage.read(folder);
      Optional<LoadedModel> running = before.flatMap(Installed::model);
      if (running.isPresent() && running.get().source().sha256().equals(source.sha256())) {
        return before.get();
      }
      String label = source.manifest().label();
      if (origin.equals(STORE) && !label.equals(id + "@" + version)) {
        return Installed.refused(
            folder,
            origin,
            id,
            version,
            "the folder is " + id + "/" + version + ", its manifest says " + label);
      }
      return Installed.running(folder, origin, loader.load(source));
    } catch (NightjarException e) {
      return Installed.refused(folder, origin, id, version, e.getMessage());
    }
  }

  /**
   * Installs a package once its golden vectors came out.
   *
   * @return whether it was new; false if the very same package is there already
   * @throws NightjarException {@code MODEL_REFUSED}, or {@code CONFLICT} if another package of that
   *     id and version is there
   */
  public boolean add(ModelPackage source) throws NightjarException, InterruptedException {
    changing.lockInterruptibly();
    try {
      String label = source.manifest().label();
      for (Installed each : installed) {
        if (each.label().equals(label)) {
          if (each.model().filter(m -> m.info().sha256().equals(source.sha256())).isPresent()) {
            return false;
          }
          throw NightjarException.of(
              StandardError.CONFLICT,
              "another package is installed as " + label,
              each.folder().toString(),
              "Give the new one another version, or remove the old one first: nightjar models remove "
                  + label);
        }
      }
      loader.load(source).close();
      store.install(source);
      refresh();
      return true;
    } finally {
      changing.unlock();
    }
  }

  /**
   * Removes packages from the store.
   *
   * @param name {@code ID} for all versions, or {@code ID@VERSION}
   * @return what was removed
   * @throws NightjarException {@code NOT_FOUND}, or {@code CONFLICT} if it is not in the store
   */
  public List<Installed> remove(String name) throws NightjarException, InterruptedException {
    changing.lockInterruptibly();
    try {
      List<Installed> chosen = named(Optional.of(name));
      for (Installed each : chosen) {
        if (!each.origin().equals(STORE)) {
          throw NightjarException.of(
              StandardError.CONFLICT,
              each.label() + " belongs to " + each.origin(),
              each.folder().toString(),
              "Remove what brought it.");
        }
      }
      for (Installed each : chosen) {
        store.remove(each.id(), each.version());
      }
      refresh();
      return chosen;
    } finally {
      changing.unlock();
    }
  }

  /**
   * Packages by name.
   *
   * @param name {@code ID} or {@code ID@VERSION}; empty for all
   * @throws NightjarException {@code NOT_FOUND} if a name means none
   */
  public List<Installed> named(Optional<String> name) throws NightjarException {
    List<Installed> chosen = new ArrayList<>();
    for (Installed each : installed) {
      if (name.isEmpty() || each.named(name.get())) {
        chosen.add(each);
      }
    }
    if (chosen.isEmpty() && name.isPresent()) {
      throw NightjarException.of(
          StandardError.NOT_FOUND,
          "no model is called '" + name.get() + "'",
          "",
          "See: nightjar models list");
    }
    return chosen;
  }

  /** Loads a package once more from disk, apart from the one in service; the caller closes it. */
  public LoadedModel reopen(Installed each) throws NightjarException, InterruptedException {
    return loader.open(ModelPackage.read(each.folder()));
  }

  @Override
  public void close() {
    changing.lock();
    try {
      closed = true;
      List<Installed> last = installed;
      installed = List.of();
      last.forEach(each -> each.model().ifPresent(LoadedModel::close));
    } finally {
      changing.unlock();
    }
  }
}
