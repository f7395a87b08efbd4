package org.nightjar.fits.internal.write;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.reader.MaskPlane;
import org.nightjar.api.reader.MaskWriter;
import org.nightjar.fits.internal.card.CardText;
import org.nightjar.fits.internal.encode.SparseGzip2;
import org.osgi.service.component.annotations.Component;

/**
 * Masks as 32-bit images in tiles of whole rows, packed by GZIP_2, which has room for all 31 bits.
 * The bits stand in the header as {@code MP_NAME = number}, as Rubin and HSC write them.
 */
@Component
public final class FitsMaskWriter implements MaskWriter {
  private static final int TILE_PIXELS = 1 << 18;

  @Override
  public byte[] plane(MaskPlane plane) throws NightjarException {
    int rows = Math.max(1, Math.min(plane.height(), TILE_PIXELS / plane.width()));
    int tiles = (plane.height() + rows - 1) / rows;
    ByteBuffer descriptors = ByteBuffer.allocate(Math.multiplyExact(8, tiles));
    ByteArrayOutputStream heap = new ByteArrayOutputStream();
    int[] tile = new int[Math.multiplyExact(rows, plane.width())];
    int[] row = new int[plane.width()];
    int longest = 0;
    SparseGzip2 encoder = new SparseGzip2();
    for (int y = 0; y < plane.height(); y += rows) {
      int end = Math.min(plane.height(), y + rows);
      for (int line = y; line < end; line++) {
        Arrays.fill(row, 0);
        plane.rows().read(line, row);
        System.arraycopy(row, 0, tile, (line - y) * row.length, row.length);
      }
      byte[] packed = encoder.encode(tile, (end - y) * row.length);
      descriptors.putInt(packed.length).putInt(heap.size());
      heap.writeBytes(packed);
      longest = Math.max(longest, packed.length);
    }
    byte[] data = Arrays.copyOf(descriptors.array(), descriptors.capacity() + heap.size());
    System.arraycopy(heap.toByteArray(), 0, data, descriptors.capacity(), heap.size());
    return HduBytes.of(cards(plane, rows, tiles, heap.size(), longest), data);
  }

  @Override
  public byte[] file(List<byte[]> planes) throws NightjarException {
    Cards primary = new Cards();
    primary.put("SIMPLE", true, "FITS 4.0").put("BITPIX", 8, "").put("NAXIS", 0, "no data here");
    primary.put("EXTEND", true, "");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(HduBytes.of(primary.all, new byte[0]));
    planes.forEach(file::writeBytes);
    return file.toByteArray();
  }

  private static List<String> cards(MaskPlane plane, int rows, int tiles, int heap, int longest)
      throws NightjarException {
    Cards cards = new Cards();
    cards.put("XTENSION", "BINTABLE", "").put("BITPIX", 8, "").put("NAXIS", 2, "");
    cards.put("NAXIS1", 8, "bytes of a row").put("NAXIS2", tiles, "tiles");
    cards.put("PCOUNT", heap, "bytes of the heap").put("GCOUNT", 1, "").put("TFIELDS", 1, "");
    cards.put("TTYPE1", "COMPRESSED_DATA", "").put("TFORM1", "1PB(" + longest + ")", "");
    cards.put("ZIMAGE", true, "an image in compressed tiles").put("ZTENSION", "IMAGE", "");
    cards.put("ZBITPIX", 32, "").put("ZNAXIS", 2, "");
    cards.put("ZNAXIS1", plane.width(), "").put("ZNAXIS2", plane.height(), "");
    cards.put("ZPCOUNT", 0, "").put("ZGCOUNT", 1, "");
    cards.put("ZTILE1", plane.width(), "").put("ZTILE2", rows, "");
    cards.put("ZCMPTYPE", "GZIP_2", "").put("EXTNAME", plane.part() + "_DQ", "mask of this part");
    bits(cards, plane.bits());
    return cards.all;
  }

  private static void bits(Cards cards, MaskBits bits) throws NightjarException {
    for (Map.Entry<Integer, String> bit : bits.names().entrySet()) {
      cards.put("MP_" + bit.getValue(), bit.getKey(), "");
    }
    for (Map.Entry<String, Integer> word : bits.bits().entrySet()) {
      String name = bits.names().getOrDefault(word.getValue(), "");
      cards.all.addAll(
          CardText.remark(
              "COMMENT",
              " bit %2d (value %10d) %s: %s"
                  .formatted(word.getValue(), 1L << word.getValue(), name, word.getKey())));
    }
  }

  /** Cards being collected. */
  private static final class Cards {
    private final List<String> all = new ArrayList<>();

    Cards put(String keyword, Object value, String comment) throws NightjarException {
      all.addAll(CardText.of(keyword, value, comment));
      return this;
    }
  }
}
