package org.nightjar.api.task;

import org.nightjar.api.product.Kind;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a task needs besides the product. The platform finds it; its checksums enter the report's
 * key and provenance, so that a task stays a pure function of what it is given.
 */
@ProviderType
public sealed interface Need {
  /** The products before this one on the same detector and in the same band, newest first. */
  record Previous(int count) implements Need {
    /** Asks for at least one. */
    public Previous {
      if (count < 1) {
        throw new IllegalArgumentException("previous(" + count + ")");
      }
    }
  }

  /** Products of the same object in the days before this one, newest first. */
  record History(double days) implements Need {
    /** Asks for a positive time. */
    public History {
      if (!(days > 0)) {
        throw new IllegalArgumentException("history(" + days + ")");
      }
    }
  }

  /** The newest product of a kind. */
  record Latest(Kind kind) implements Need {}

  /**
   * What a task said of the products before this one on the same detector and in the same band,
   * with verdict {@code ok} alone, newest first: the running reference of the last good frames.
   */
  record GoodBefore(String task, int count) implements Need {
    /** Asks for at least one. */
    public GoodBefore {
      if (count < 1) {
        throw new IllegalArgumentException("goodBefore(" + count + ")");
      }
    }
  }

  /** What another task said of the same product; this task waits until it has spoken. */
  record Reports(String task) implements Need {}
}
