package org.nightjar.inference.internal.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A package that was found, and what became of it.
 *
 * @param id name; of a package that cannot be read, its folder's parent's name
 * @param version version; of a package that cannot be read, its folder's name
 * @param folder where it lies
 * @param origin who brought it
 * @param damage why it cannot be read; empty if it can
 * @param model the version, if it can be read
 */
public record Installed(
    String id,
    String version,
    Path folder,
    String origin,
    String damage,
    Optional<ModelVersion> model) {
  private static final String UNVERIFIED =
      "unverified: it has no golden vectors, nobody knows whether it gives what it should";

  static Installed of(Path folder, String origin, ModelVersion model) {
    return new Installed(
        model.source().manifest().id(),
        model.source().manifest().version(),
        folder,
        origin,
        "",
        Optional.of(model));
  }

  static Installed damaged(Path folder, String origin, String id, String version, String damage) {
    return new Installed(id, version, folder, origin, damage, Optional.empty());
  }

  /** Name and version, as people write them. */
  public String label() {
    return id + "@" + version;
  }

  /** Whether a name that somebody typed, {@code ID} or {@code ID@VERSION}, means this one. */
  public boolean named(String name) {
    return name.equals(id) || name.equals(label());
  }

  /** How far it has come. */
  public Lifecycle state() {
    return model.map(ModelVersion::state).orElse(Lifecycle.REFUSED);
  }

  /** Whether it runs without anybody knowing whether it gives what it should. */
  public boolean unverified() {
    return model
        .filter(each -> each.state().serves())
        .map(each -> each.source().manifest().golden().isEmpty())
        .orElse(false);
  }

  /** Why it was refused, or what else there is to say; empty if all is well. */
  public String message() {
    if (model.isEmpty()) {
      return damage;
    }
    String said = model.get().message();
    if (!unverified()) {
      return said;
    }
    return said.isEmpty() ? UNVERIFIED : said + "; " + UNVERIFIED;
  }
}
