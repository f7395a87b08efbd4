package org.nightjar.sinks;

import java.util.regex.Pattern;
import org.nightjar.api.product.ProductRef;
import org.osgi.annotation.versioning.ProviderType;

/** Names for files about products: recognisable, safe everywhere, and never the same for two. */
@ProviderType
public final class FileNames {
  private static final int LONGEST = 80;
  private static final int DIGITS = 12;
  private static final Pattern ENDINGS =
      Pattern.compile("(\\.(fits?|fts|fz|gz|bz2|avro))+$", Pattern.CASE_INSENSITIVE);

  private FileNames() {}

  /**
   * The product's file name without the endings of formats, then the beginning of its id: the same
   * name in two folders is two products, unless the bytes are the same.
   */
  public static String of(ProductRef product) {
    String path = product.uri().getPath() == null ? "" : product.uri().getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return safe(ENDINGS.matcher(name).replaceFirst("")) + "-" + product.id().substring(0, DIGITS);
  }

  /** The text with letters, digits, dots, hyphens and underscores alone, never hidden. */
  public static String safe(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9._-]+", "_").replaceFirst("^[.-]+", "_");
    String bounded = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return bounded.isEmpty() ? "product" : bounded;
  }
}
