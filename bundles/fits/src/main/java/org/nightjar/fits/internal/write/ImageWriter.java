package org.nightjar.fits.internal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.encode.TileEncoder;

/** Writes images and empty headers as the next HDU of a file. */
public final class ImageWriter {
  private final FitsChannel file;

  /** Writes to this file. */
  public ImageWriter(FitsChannel file) {
    this.file = file;
  }

  /** Writes an HDU without data. */
  public void header(List<String> cards) throws NightjarException, IOException {
    file.finish(plain(8, List.of(), cards), 0, 0);
  }

  /** Writes the empty primary HDU, if what follows is an extension and would be the first. */
  public void emptyPrimary() throws NightjarException, IOException {
    if (file.length() == 0) {
      header(List.of());
    }
  }

  /**
   * Writes a packed image, after an empty primary HDU if it is the first.
   *
   * @param primary whether it is a primary one when unpacked; the first one always is
   */
  public void tiled(ImageLayout layout, TileEncoder encoder, boolean primary, StoredRows rows)
      throws NightjarException, IOException {
    boolean first = primary || file.length() == 0;
    emptyPrimary();
    new TiledImageWriter(file, layout, encoder).write(first, rows);
  }

  /** Writes a plain image: the primary one, if it is the first. */
  public void plain(ImageLayout layout, StoredRows rows) throws NightjarException, IOException {
    List<String> cards = plain(layout.bitpix(), layout.axes(), layout.cards());
    SummedStretch data = file.data(cards.size(), 0);
    ByteBuffer row = ByteBuffer.allocate(layout.rowBytes());
    long count = layout.rows();
    for (long i = 0; i < count; i++) {
      rows.read(i, row.clear());
      data.write(row.clear());
    }
    data.flush();
    file.finish(cards, data.length(), data.sum());
  }

  private List<String> plain(int bitpix, List<Integer> axes, List<String> more)
      throws NightjarException {
    CardsInOrder cards = new CardsInOrder();
    boolean first = file.length() == 0;
    if (first) {
      cards.put("SIMPLE", true, "FITS 4.0");
    } else {
      cards.put("XTENSION", "IMAGE", "");
    }
    cards.put("BITPIX", bitpix, "").axes("NAXIS", axes);
    if (first) {
      cards.put("EXTEND", true, "");
    } else {
      cards.put("PCOUNT", 0, "").put("GCOUNT", 1, "");
    }
    return cards.ready(more).list();
  }
}
