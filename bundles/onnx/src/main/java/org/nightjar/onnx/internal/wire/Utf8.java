package org.nightjar.onnx.internal.wire;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.nightjar.onnx.model.Bytes;

/** Texts whose bytes come back as they were. */
public final class Utf8 {

  private Utf8() {}

  /** The text, unless some bytes have no meaning. */
  public static Optional<String> decode(Bytes bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.buffer()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
