package org.nightjar.fits.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.card.CardText;

/** The extensions of an attached mask: everything behind its primary HDU, which has no data. */
final class MaskExtensions {
  private static final int BLOCK = 2880;
  private static final int MOST_BLOCKS = 1000;

  private final InputStream mask;
  private final String place;

  /**
   * Reads an attachment from its beginning.
   *
   * @param place the attachment in messages
   */
  MaskExtensions(InputStream mask, String place) {
    this.mask = mask;
    this.place = place;
  }

  /** Reads over the primary header. */
  void skipPrimary() throws NightjarException, IOException {
    boolean noData = false;
    for (int block = 0; block < MOST_BLOCKS; block++) {
      byte[] bytes = mask.readNBytes(BLOCK);
      String text = new String(bytes, StandardCharsets.US_ASCII);
      if (bytes.length < BLOCK || (block == 0 && !text.startsWith("SIMPLE  ="))) {
        throw refuse("is no FITS file, or ends within its first header");
      }
      for (int at = 0; at < BLOCK; at += CardText.LENGTH) {
        String card = text.substring(at, at + CardText.LENGTH);
        noData |= card.matches("NAXIS   = +0 .*");
        if (card.isBlank() || !card.startsWith("END     ")) {
          continue;
        }
        if (!noData) {
          throw refuse("has an image in its primary HDU, where masks are extensions");
        }
        return;
      }
    }
    throw refuse("has a first header of more than " + MOST_BLOCKS + " blocks");
  }

  /** Copies what follows, byte for byte. */
  void copy(OutputStream target) throws NightjarException, IOException {
    long length = mask.transferTo(target);
    if (length % BLOCK != 0) {
      throw refuse("does not end with a whole block of " + BLOCK + " bytes");
    }
  }

  private NightjarException refuse(String what) {
    return NightjarException.of(
        StandardError.CONTRACT_BROKEN,
        "the attached mask " + what,
        place,
        "Have the task make its masks by the service MaskWriter");
  }
}
