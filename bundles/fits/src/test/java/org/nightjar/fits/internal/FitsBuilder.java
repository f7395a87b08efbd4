package org.nightjar.fits.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes small FITS files, right ones and wrong ones. */
public final class FitsBuilder {
  private static final int BLOCK = 2880;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final StringBuilder header = new StringBuilder();

  /** Begins a primary header. */
  public static FitsBuilder primary(int bitpix, int... axes) {
    return new FitsBuilder().card("SIMPLE", true).sizes(bitpix, axes);
  }

  /** Begins an image extension. */
  public FitsBuilder image(String name, int bitpix, int... axes) {
    card("XTENSION", "IMAGE").sizes(bitpix, axes).card("PCOUNT", 0).card("GCOUNT", 1);
    return name.isEmpty() ? this : card("EXTNAME", name);
  }

  /** Begins a table extension of fixed columns, each {@code NAME=FORM}. */
  public FitsBuilder table(String extension, int rowBytes, int rows, String... columns) {
    card("XTENSION", extension).sizes(8, rowBytes, rows).card("PCOUNT", 0).card("GCOUNT", 1);
    card("TFIELDS", columns.length);
    for (int i = 0; i < columns.length; i++) {
      card("TTYPE" + (i + 1), columns[i].substring(0, columns[i].indexOf('=')));
      card("TFORM" + (i + 1), columns[i].substring(columns[i].indexOf('=') + 1));
    }
    return this;
  }

  private FitsBuilder sizes(int bitpix, int... axes) {
    card("BITPIX", bitpix).card("NAXIS", axes.length);
    for (int i = 0; i < axes.length; i++) {
      card("NAXIS" + (i + 1), axes[i]);
    }
    return this;
  }

  /** Adds a card. */
  public FitsBuilder card(String keyword, Object value) {
    String text =
        value instanceof String s
            ? "'" + String.format("%-8s", s.replace("'", "''")) + "'"
            : value instanceof Boolean b ? (b ? "T" : "F") : String.valueOf(value);
    return raw(
        value instanceof String
            ? String.format("%-8s= %s", keyword, text)
            : String.format(Locale.ROOT, "%-8s= %20s", keyword, text));
  }

  /** Adds a card as it is. */
  public FitsBuilder raw(String card) {
    header.append(String.format("%-80s", card));
    return this;
  }

  /** Ends the header. */
  public FitsBuilder end() {
    raw("END");
    write(header.toString().getBytes(StandardCharsets.ISO_8859_1), (byte) ' ');
    header.setLength(0);
    return this;
  }

  /** Ends the header and adds data, padded. */
  public FitsBuilder data(int bytes, Consumer<ByteBuffer> filler) {
    end();
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    filler.accept(buffer);
    write(buffer.array(), (byte) 0);
    return this;
  }

  private void write(byte[] bytes, byte fill) {
    file.writeBytes(bytes);
    while (file.size() % BLOCK != 0) {
      file.write(fill);
    }
  }

  /** The whole file. */
  public byte[] bytes() {
    return file.toByteArray();
  }

  /** Writes the whole file. */
  public Path write(Path folder, String name) throws IOException {
    return Files.write(folder.resolve(name), bytes());
  }
}
