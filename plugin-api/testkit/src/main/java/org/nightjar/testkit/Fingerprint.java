package org.nightjar.testkit;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TablePart;

/** SHA-256 over everything that a product says. */
final class Fingerprint {

  private static final int ROWS_AT_ONCE = 4096;

  private final MessageDigest digest = sha256();

  private Fingerprint() {}

  static String of(Product product) throws NightjarException {
    return of(product.ref().kind(), product.facts(), product.parts());
  }

  static String of(Kind kind, Facts facts, List<Part> parts) throws NightjarException {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(kind.name() + facts.values());
    for (Part part : parts) {
      fingerprint.add(part.info().name() + part.info().facts().values());
      if (part instanceof ImagePart image) {
        fingerprint.add(image);
      } else if (part instanceof TablePart table) {
        fingerprint.add(table);
      }
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private void add(ImagePart image) throws NightjarException {
    add(image.width() + "x" + image.height() + " " + image.pixelType());
    for (int plane = 0; plane < image.planes(); plane++) {
      for (int y = 0; y < image.height(); y++) {
        DoubleBuffer row = DoubleBuffer.allocate(image.width());
        image.read(new Region(plane, 0, y, image.width(), y + 1), row);
        add(row.flip());
      }
    }
  }

  private void add(TablePart table) throws NightjarException {
    for (Column column : table.columns()) {
      add(column.toString());
      for (long first = 0; first < table.rows(); first += ROWS_AT_ONCE) {
        int rows = (int) Math.min(ROWS_AT_ONCE, table.rows() - first);
        if (column.numeric()) {
          DoubleBuffer values = DoubleBuffer.allocate(rows * column.width());
          table.read(column.name(), first, values);
          add(values.flip());
        } else {
          add(table.text(column.name(), first, rows).toString());
        }
      }
    }
  }

  private void add(DoubleBuffer values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.remaining() * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
