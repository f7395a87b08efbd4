package org.nightjar.api.product;

import java.util.regex.Pattern;

/**
 * What sort of product something is. A reader finds it out from the bytes, never from a file's
 * name.
 *
 * @param name lower-case words joined by hyphens, such as {@code sky-map}
 */
public record Kind(String name) implements Comparable<Kind> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** An image or a set of detector images of one pointing. */
  public static final Kind EXPOSURE = new Kind("exposure");

  /** One alert packet: a detection in a difference image with its stamps and history. */
  public static final Kind ALERT = new Kind("alert");

  /** A map of the sky in one or several bands, in a projection or in HEALPix. */
  public static final Kind SKY_MAP = new Kind("sky-map");

  /** A set of small images of single objects. */
  public static final Kind CUTOUTS = new Kind("cutouts");

  /** A table of sources or objects. */
  public static final Kind CATALOGUE = new Kind("catalogue");

  /** A list of targets that wait for telescope time. */
  public static final Kind TARGET_LIST = new Kind("target-list");

  /** Refuses anything but lower-case words joined by hyphens. */
  public Kind {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a kind is lower-case words joined by hyphens, not '" + name + "'");
    }
  }

  @Override
  public int compareTo(Kind other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
