package org.nightjar.openinference.internal.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;

/** The bytes of tensors behind the JSON, in the order of the inputs that have some there. */
final class BinaryPart {
  private final InputStream body;
  private final boolean announced;
  private final OptionalLong length;
  private long taken;

  /**
   * What is left of a body.
   *
   * @param announced whether the request said where its JSON ends
   * @param length how many bytes follow the JSON, where that is known
   */
  BinaryPart(InputStream body, boolean announced, OptionalLong length) {
    this.body = body;
    this.announced = announced;
    this.length = length;
  }

  /** The next bytes. */
  byte[] take(long size, String place) throws IOException, NightjarException {
    if (!announced) {
      throw BadRequest.of(
          "the tensor has binary data, but nothing says where the JSON ends",
          place,
          "Send header Inference-Header-Content-Length.");
    }
    if (size > Integer.MAX_VALUE || length.isPresent() && size > length.getAsLong() - taken) {
      throw tooShort(size, place);
    }
    byte[] bytes;
    if (length.isPresent()) {
      bytes = new byte[(int) size]; // that many are on their way, and no more than a body may have
      if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
        throw tooShort(size, place);
      }
    } else {
      bytes = body.readNBytes((int) size);
      if (bytes.length < size) {
        throw tooShort(size, place);
      }
    }
    taken += size;
    return bytes;
  }

  /** Refuses what is left over. */
  void end() throws IOException, NightjarException {
    if (announced && body.read() >= 0) {
      throw BadRequest.of(
          "the body is longer than its JSON and the tensors in it",
          "",
          "Each binary tensor has a binary_data_size.");
    }
  }

  private static NightjarException tooShort(long size, String place) {
    return BadRequest.of("the body ends before the tensor's " + size + " bytes do", place, "");
  }
}
