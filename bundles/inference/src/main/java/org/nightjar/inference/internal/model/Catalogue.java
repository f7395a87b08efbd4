package org.nightjar.inference.internal.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.inference.ModelSource;
import org.nightjar.inference.internal.golden.Difference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All packages, from the store and from sources. Of each model one version is live; the others wait
 * on disk until somebody asks for them by version.
 */
public final class Catalogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
  private static final String STORE = "data folder";

  private final ModelStore store;
  private final VersionLoader loader;
  private final Succession succession;
  private final Set<String> pins;
  private final List<ModelSource> sources = new CopyOnWriteArrayList<>();

  /** Held by whoever changes what is installed; never by those who ask. */
  private final ReentrantLock changing = new ReentrantLock();

  private volatile List<Installed> installed = List.of();
  private volatile boolean closed;

  /**
   * An empty catalogue.
   *
   * @param pins {@code ID@VERSION} of versions to be live though they are not the newest
   */
  public Catalogue(
      ModelStore store, VersionLoader loader, Succession succession, Set<String> pins) {
    this.store = store;
    this.loader = loader;
    this.succession = succession;
    this.pins = Set.copyOf(pins);
    succession.remember(this::remember);
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

  /** Which version follows which. */
  public Succession succession() {
    return succession;
  }

  /** The live version of each model for a task. */
  public List<ModelInfo> models(String task) {
    return ids().stream()
        .flatMap(id -> succession.live(id).stream())
        .flatMap(version -> version.info().stream())
        .filter(info -> info.task().equals(task))
        .toList();
  }

  private Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    installed.forEach(each -> ids.add(each.id()));
    return ids;
  }

  /**
   * A model by name; loads and verifies it if that has not been done.
   *
   * @param name {@code ID} for the live version, or {@code ID@VERSION}
   */
  public Optional<ModelVersion> model(String name) {
    for (Installed each : installed) {
      if (each.label().equals(name)) {
        return each.model().filter(this::verified);
      }
    }
    return succession.live(name);
  }

  private boolean verified(ModelVersion version) {
    if (version.state() != Lifecycle.RESOLVED) {
      return version.state().serves();
    }
    changing.lock();
    try {
      if (version.state() == Lifecycle.RESOLVED) {
        load(version);
        version.become(Lifecycle.RETIRED, "");
      }
      return version.state().serves();
    } catch (NightjarException e) {
      LOG.warn("Model {} is refused: {}", version.label(), e.problem());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      changing.unlock();
    }
  }

  /** The version that somebody was told about. */
  public Optional<ModelVersion> find(ModelInfo info) {
    for (Installed each : installed) {
      if (each.model().isPresent() && each.model().get().source().sha256().equals(info.sha256())) {
        return each.model();
      }
    }
    return Optional.empty();
  }

  /** Looks at all packages again: takes new ones, unloads those that are gone. */
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
      List<ModelVersion> gone =
          before.values().stream()
              .flatMap(old -> old.model().stream())
              .filter(old -> installed.stream().noneMatch(each -> uses(each, old)))
              .toList();
      gone.forEach(succession::forget);
      for (String id : ids()) {
        settle(id);
      }
      gone.forEach(ModelVersion::close);
    } finally {
      changing.unlock();
    }
  }

  private static boolean uses(Installed each, ModelVersion model) {
    return each.model().equals(Optional.of(model));
  }

  private void look(
      Path folder, String origin, Map<Path, Installed> before, Map<String, Installed> now) {
    Installed found = look(folder, origin, Optional.ofNullable(before.get(folder)));
    Installed first = now.putIfAbsent(found.label(), found);
    if (first != null) {
      LOG.warn(
          "Model {} of {} is not used: {} brings one of that name and version",
          found.label(),
          origin,
          first.origin());
    } else if (!found.damage().isEmpty()) {
      LOG.warn("Model {} is refused: {}", found.label(), found.damage());
    }
  }

  private Installed look(Path folder, String origin, Optional<Installed> before) {
    String id = String.valueOf(folder.toAbsolutePath().getParent().getFileName());
    String version = String.valueOf(folder.getFileName());
    try {
      ModelPackage source = ModelPackage.read(folder);
      Optional<ModelVersion> known = before.flatMap(Installed::model);
      if (known.isPresent() && known.get().source().sha256().equals(source.sha256())) {
        return before.get();
      }
      String label = source.manifest().label();
      if (origin.equals(STORE) && !label.equals(id + "@" + version)) {
        return Installed.damaged(
            folder,
            origin,
            id,
            version,
            "the folder is " + id + "/" + version + ", its manifest says " + label);
      }
      return Installed.of(folder, origin, loader.resolve(source));
    } catch (NightjarException e) {
      return Installed.damaged(folder, origin, id, version, e.getMessage());
    }
  }

  /** Sees to it that the right version of a model is live, and the one on trial on trial. */
  private void settle(String id) throws NightjarException, InterruptedException {
    Choice choice = store.choice(id);
    for (ModelVersion version : candidates(id, choice)) {
      if (version.state() == Lifecycle.LIVE) {
        break;
      }
      try {
        if (!version.state().serves()) {
          load(version);
        }
        succession.promote(version);
        break;
      } catch (NightjarException e) {
        LOG.warn("Model {} is refused: {}", version.label(), e.problem());
      }
    }
    if (choice.trial().isPresent()) {
      startTrial(id, choice.trial().get());
    }
  }

  private void startTrial(String id, Choice.Trial trial) throws InterruptedException {
    for (Installed each : installed) {
      if (each.label().equals(id + "@" + trial.version()) && each.model().isPresent()) {
        ModelVersion version = each.model().get();
        if (version.state() == Lifecycle.SHADOW || version.state() == Lifecycle.LIVE) {
          return;
        }
        try {
          load(version);
          succession.trial(version, trial.samples());
        } catch (NightjarException e) {
          LOG.warn("Model {} is refused: {}", version.label(), e.problem());
        }
      }
    }
  }

  /** Versions that may be live, the best first: pinned ones, then the newest. */
  private List<ModelVersion> candidates(String id, Choice choice) {
    List<ModelVersion> pinned = new ArrayList<>();
    List<ModelVersion> others = new ArrayList<>();
    for (Installed each : installed) {
      if (each.id().equals(id) && each.model().isPresent() && each.state() != Lifecycle.REFUSED) {
        if (pins.contains(each.label())) {
          pinned.add(each.model().get());
        } else if (choice.allows(each.version())) {
          others.add(each.model().get());
        }
      }
    }
    pinned.addAll(others);
    // Without a version to be compared with there is no trial.
    return pinned.isEmpty() && choice.trial().isPresent()
        ? candidates(id, choice.with(choice.trial().get().version()))
        : pinned;
  }

  private void load(ModelVersion version) throws NightjarException, InterruptedException {
    try {
      loader.load(version);
    } catch (NightjarException e) {
      version.become(Lifecycle.REFUSED, e.getMessage());
      throw e;
    }
  }

  /**
   * Installs a package once its golden vectors came out.
   *
   * @param trial after how many samples beside the live version it goes live by itself, 0 for
   *     never; empty to make it live at once
   * @return whether it was new; false if the very same package is there already
   * @throws NightjarException {@code MODEL_REFUSED}, or {@code CONFLICT} if another package of that
   *     id and version is there
   */
  public boolean add(ModelPackage source, Optional<Integer> trial)
      throws NightjarException, InterruptedException {
    changing.lockInterruptibly();
    try {
      String label = source.manifest().label();
      for (Installed each : installed) {
        if (each.label().equals(label)) {
          if (each.model().filter(m -> m.source().sha256().equals(source.sha256())).isPresent()) {
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
      ModelVersion tried = loader.resolve(source);
      loader.load(tried);
      tried.close();
      store.install(source);
      String id = source.manifest().id();
      String version = source.manifest().version();
      if (trial.isPresent() && succession.live(id).isPresent()) {
        store.choose(id, store.choice(id).trying(new Choice.Trial(version, trial.get())));
      } else {
        store.choose(id, store.choice(id).with(version));
      }
      refresh();
      return true;
    } finally {
      changing.unlock();
    }
  }

  /**
   * Makes a version live, whatever came after it.
   *
   * @param name {@code ID@VERSION}
   * @throws NightjarException {@code NOT_FOUND}, {@code MODEL_REFUSED}
   */
  public void promote(String name) throws NightjarException, InterruptedException {
    changing.lockInterruptibly();
    try {
      Installed chosen = named(Optional.of(name)).get(0);
      ModelVersion version =
          chosen
              .model()
              .filter(each -> chosen.label().equals(name))
              .orElseThrow(() -> Succession.unknown(name));
      Choice choice = store.choice(chosen.id()).with(chosen.version());
      for (Installed each : installed) {
        if (each.id().equals(chosen.id())
            && VersionOrder.OLDEST_FIRST.compare(each.version(), chosen.version()) > 0) {
          choice = choice.without(each.version(), chosen.version() + " was promoted");
        }
      }
      if (!version.state().serves()) {
        load(version);
      }
      if (version.state() != Lifecycle.LIVE) {
        succession.promote(version);
      }
      store.choose(chosen.id(), choice);
    } finally {
      changing.unlock();
    }
  }

  /**
   * Takes the live version of a model back.
   *
   * @return the version that is live again
   * @throws NightjarException {@code NOT_FOUND}, or {@code CONFLICT} if there is none before it
   */
  public ModelVersion rollback(String id, String why) throws NightjarException {
    ModelVersion live = succession.live(id).orElseThrow(() -> Succession.unknown(id));
    return succession.rollback(live, why);
  }

  private void remember(ModelVersion version, boolean live) {
    String id = version.source().manifest().id();
    String number = version.source().manifest().version();
    try {
      Choice choice = store.choice(id);
      store.choose(id, live ? choice.with(number) : choice.without(number, version.message()));
    } catch (NightjarException e) {
      LOG.error("The choice of versions of {} is not kept: {}", id, e.problem());
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

  /**
   * Loads a package once more from disk, apart from the one in service, and runs its golden
   * vectors.
   *
   * @return where it ran, and the worst element of each output of each vector
   */
  public Verification verify(Installed each) throws NightjarException, InterruptedException {
    ModelVersion again = loader.resolve(ModelPackage.read(each.folder()));
    loader.open(again);
    try {
      return new Verification(again.placement().device(), loader.goldenDifferences(again));
    } finally {
      again.close();
    }
  }

  /**
   * What golden vectors gave.
   *
   * @param device where
   * @param differences the worst element of each output of each vector
   */
  public record Verification(String device, List<Difference> differences) {}

  @Override
  public void close() {
    changing.lock();
    try {
      closed = true;
      List<Installed> last = installed;
      installed = List.of();
      succession.clear();
      last.forEach(each -> each.model().ifPresent(ModelVersion::close));
    } finally {
      changing.unlock();
    }
  }
}
