package org.nightjar.fits.internal.checksum;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.bytes.BlockPool;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;

/**
 * Compares DATASUM and CHECKSUM with the bytes of an HDU (FITS standard 4.0, section 4.4.2.7 and
 * appendix J). An empty value, or zeros in CHECKSUM, claims nothing; a malformed one is noted.
 */
public final class ChecksumVerifier {
  private static final long MINUS_ZERO = 0xffff_ffffL;

  private final Bytes bytes;
  private ByteBuffer block;

  /** Verifies HDUs of this file, for one thread. */
  public ChecksumVerifier(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * Verifies one HDU.
   *
   * @return what was compared and holds, such as {@code DATASUM holds}, and notes; empty if the HDU
   *     claims nothing
   * @throws NightjarException CORRUPT if a sum differs
   */
  public List<String> verify(Hdu hdu) throws NightjarException {
    List<String> said = new ArrayList<>();
    Optional<String> checksum = hdu.header().text("CHECKSUM").filter(t -> !zero(t));
    Optional<String> datasum = hdu.header().text("DATASUM");
    if (checksum.isEmpty() && datasum.isEmpty()) {
      return said;
    }
    long data = sum(hdu.dataStart(), hdu.end());
    if (datasum.isPresent()) {
      said.add(data(hdu, datasum.get(), data));
    }
    if (checksum.isPresent()) {
      said.add(whole(hdu, checksum.get(), data));
    }
    return said;
  }

  private static String data(Hdu hdu, String stored, long computed) throws NightjarException {
    if (!stored.matches("\\d{1,10}")) {
      return "DATASUM is malformed";
    }
    if (Long.parseLong(stored) != computed) {
      throw mismatch(hdu, "DATASUM is " + stored + ", the data sum up to " + computed);
    }
    return "DATASUM holds";
  }

  private String whole(Hdu hdu, String stored, long data) throws NightjarException {
    if (!stored.matches("[0-9A-Za-z]{16}")) {
      return "CHECKSUM is malformed";
    }
    WordSum sum = new WordSum();
    add(sum, hdu.start(), hdu.dataStart());
    sum.addSum(data);
    if (sum.value() != MINUS_ZERO && sum.value() != 0) {
      throw mismatch(
          hdu,
          "CHECKSUM is " + stored + ", with it the HDU sums up to " + sum.value() + ", not to -0");
    }
    return "CHECKSUM holds";
  }

  private static boolean zero(String text) {
    return text.chars().allMatch(c -> c == '0');
  }

  private long sum(long from, long to) throws NightjarException {
    WordSum sum = new WordSum();
    add(sum, from, to);
    return sum.value();
  }

  private void add(WordSum sum, long from, long to) throws NightjarException {
    if (block == null) {
      block = ByteBuffer.allocate(BlockPool.BLOCK);
    }
    for (long at = from; at < to; at += block.limit()) {
      block.clear().limit((int) Math.min(block.capacity(), to - at));
      bytes.read(at, block);
      sum.add(block.flip());
    }
  }

  private static NightjarException mismatch(Hdu hdu, String message) {
    return NightjarException.of(
        StandardError.CORRUPT,
        message,
        hdu.header().place(),
        "Fetch the file again; if it was edited on purpose, bring its checksums up to date, or set"
            + " 'verifyChecksums: false' in section 'fits' of nightjar.yaml");
  }
}
