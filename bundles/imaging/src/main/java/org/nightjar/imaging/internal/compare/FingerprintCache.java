package org.nightjar.imaging.internal.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.product.Product;
import org.nightjar.api.profile.Profile;
import org.nightjar.image.FrameFingerprint;

/**
 * The fingerprints of frames seen lately, so that the next frame need not look at them again. What
 * it holds follows from the product, the profile and the task's settings alone, so that reports do
 * not depend on what happens to be in it. Safe for several threads.
 */
public final class FingerprintCache {

  /** At most some 18 MB: a focal plane of 60 detectors and that before it. */
  private static final int MOST = 128;

  private final Map<Key, FrameFingerprint> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FrameFingerprint> eldest) {
          return size() > MOST;
        }
      };

  /** Keeps the fingerprint of a part. */
  public synchronized void put(
      Product product, String part, Profile profile, FrameFingerprint fingerprint) {
    kept.put(new Key(product.ref().sha256(), part, profile), fingerprint);
  }

  /** The fingerprint of a part, if it is still known. */
  synchronized Optional<FrameFingerprint> get(Product product, String part, Profile profile) {
    return Optional.ofNullable(kept.get(new Key(product.ref().sha256(), part, profile)));
  }

  private record Key(String product, String part, Profile profile) {}
}
