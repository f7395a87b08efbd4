package org.nightjar.openinference.internal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;

/** Request bodies for tests. */
final class Bodies {
  private Bodies() {}

  static InferRequest read(String json) throws NightjarException {
    return read(json.getBytes(UTF_8), OptionalLong.empty());
  }

  static InferRequest read(byte[] body, OptionalLong json) throws NightjarException {
    return read(body, OptionalLong.of(body.length), json);
  }

  static InferRequest read(byte[] body, OptionalLong length, OptionalLong json)
      throws NightjarException {
    try {
      return RequestReader.read(new ByteArrayInputStream(body), length, json);
    } catch (IOException e) {
      throw new UncheckedIOException("a body in memory can be read", e);
    }
  }

  /** One input named x. */
  static InferRequest input(String shape, String datatype, String data) throws NightjarException {
    return read(
        "{\"inputs\":[{\"name\":\"x\",\"shape\":%s,\"datatype\":\"%s\",\"data\":%s}]}"
            .formatted(shape, datatype, data));
  }

  static byte[] join(String json, byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(json.getBytes(UTF_8));
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  static float[] values(InputTensor tensor) {
    float[] values = new float[tensor.values().remaining()];
    tensor.values().duplicate().get(values);
    return values;
  }
}
