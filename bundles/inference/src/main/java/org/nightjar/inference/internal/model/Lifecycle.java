package org.nightjar.inference.internal.model;

/** Where a version of a model is in its life. */
public enum Lifecycle {
  /** Its package has been read; the network has not been loaded yet. */
  RESOLVED,
  /** Its network is being loaded. */
  LOADING,
  /** Its golden vectors are being run. */
  WARMING,
  /** It sees the samples of the live version, and is compared with it. */
  SHADOW,
  /** It is the version that tasks are given. */
  LIVE,
  /** Another version is live now; this one is kept loaded, so that it can be taken back at once. */
  DRAINING,
  /** Verified, but not in use; loaded when somebody asks for this very version. */
  RETIRED,
  /** Not used: it is damaged, its golden vectors do not come out, or it was taken back. */
  REFUSED;

  /** Whether requests for this very version are served. */
  public boolean serves() {
    return this == SHADOW || this == LIVE || this == DRAINING || this == RETIRED;
  }
}
