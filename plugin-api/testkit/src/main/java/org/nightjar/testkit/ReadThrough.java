package org.nightjar.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TablePart;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;

/** Reads everything in some bytes, as intake, dispatcher and tasks together would. */
final class ReadThrough {
  private static final int MOST_PIXELS = 1 << 22;
  private static final int MOST_ROWS = 10_000;

  private final ProductReader reader;

  ReadThrough(ProductReader reader) {
    this.reader = reader;
  }

  /**
   * Reads all products.
   *
   * @return how many there are; -1 if the reader does not recognise the bytes
   */
  int products(Source source) throws NightjarException, IOException {
    if (!reader.recognises(source)) {
      return -1;
    }
    List<Sighting> seen = new ArrayList<>();
    reader.scan(source, seen::add);
    for (Sighting sighting : seen) {
      try (Product product = reader.open(source, ref(source, sighting))) {
        product.facts();
        for (Part part : product.parts()) {
          read(part);
        }
      }
    }
    return seen.size();
  }

  private static ProductRef ref(Source source, Sighting sighting) throws IOException {
    String sha256 =
        sighting.sha256().isPresent() ? sighting.sha256().get() : checksum(source, sighting);
    return ProductRef.of(
        sighting.kind(), source.uri(), sighting.offset(), sighting.length(), sha256);
  }

  private static String checksum(Source source, Sighting sighting) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(sighting.length()));
    source.read(sighting.offset(), bytes);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void read(Part part) throws NightjarException {
    if (part instanceof ImagePart image) {
      read(image);
      image.amplifiers();
      for (PlaneRole role : PlaneRole.values()) {
        if (image.plane(role).isPresent()) {
          read(image.plane(role).get());
        }
      }
    } else if (part instanceof TablePart table) {
      int rows = (int) Math.min(MOST_ROWS, table.rows());
      for (Column column : table.columns()) {
        if (column.numeric()) {
          int fitting = Math.min(rows, Math.max(1, MOST_PIXELS / column.width()));
          if ((long) fitting * column.width() <= MOST_PIXELS) {
            table.read(column.name(), 0, DoubleBuffer.allocate(fitting * column.width()));
          }
        } else {
          table.text(column.name(), 0, rows);
        }
      }
    }
  }

  /** The whole, or as much of the first rows as a test can hold. */
  private static void read(ImagePart image) throws NightjarException {
    if (image.region().size() == 0 || image.width() > MOST_PIXELS) {
      return;
    }
    int rows = Math.min(image.height(), MOST_PIXELS / image.width());
    Region some = Region.of(0, 0, image.width(), rows);
    image.read(some, FloatBuffer.allocate((int) some.size()));
    Region middle =
        Region.of(image.width() / 3, rows / 3, image.width() / 2 + 1, Math.min(rows, rows / 2 + 1));
    image.read(middle, DoubleBuffer.allocate((int) middle.size()));
  }
}
