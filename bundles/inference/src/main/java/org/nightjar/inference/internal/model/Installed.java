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
 * @param state what became of it
 * @param message why it was refused or is unverified; empty if all is well
 * @param model the running model, unless it was refused
 */
public record Installed(
    String id,
    String version,
    Path folder,
    String origin,
    State state,
    String message,
    Optional<LoadedModel> model) {

  /** What became of a package. */
  public enum State {
    /** Golden vectors came out. */
    READY,
    /** Runs, but has no golden vectors. */
    UNVERIFIED,
    /** Not used. */
    REFUSED
  }

  static Installed running(Path folder, String origin, LoadedModel model) {
    boolean verified = !model.source().manifest().golden().isEmpty();
    return new Installed(
        model.info().id(),
        model.info().version(),
        folder,
        origin,
        verified ? State.READY : State.UNVERIFIED,
        verified ? "" : "no golden vectors: nobody knows whether it gives what it should",
        Optional.of(model));
  }

  static Installed refused(Path folder, String origin, String id, String version, String message) {
    return new Installed(id, version, folder, origin, State.REFUSED, message, Optional.empty());
  }

  /** Name and version, as people write them. */
  public String label() {
    return id + "@" + version;
  }

  /** Whether a name that somebody typed, {@code ID} or {@code ID@VERSION}, means this one. */
  public boolean named(String name) {
    return name.equals(id) || name.equals(label());
  }
}
