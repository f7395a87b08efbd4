package org.nightjar.openinference.internal.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.OptionalInt;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/**
 * An answer as it goes over the wire.
 *
 * @param body the JSON object, with the bytes of binary outputs behind it
 * @param json how many bytes of it are JSON; empty if all are
 */
public record EncodedAnswer(byte[] body, OptionalInt json) {
  /** Most numbers that are written as text in one answer: some 60 MB of it. */
  static final long MOST_TEXT_NUMBERS = 1 << 22;

  private static final int FIRST_CAPACITY = 512;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  /**
   * Writes an answer.
   *
   * @throws NightjarException {@code BAD_ARGUMENT} if it is too large for text
   */
  public static EncodedAnswer of(InferAnswer answer) throws NightjarException {
    long numbers = 0;
    long binary = 0;
    for (OutputTensor output : answer.outputs()) {
      numbers += output.binary() ? 0 : output.size();
      binary += output.binary() ? output.size() * Float.BYTES : 0;
    }
    if (numbers > MOST_TEXT_NUMBERS) {
      throw BadRequest.of(
          "the answer has " + numbers + " numbers, too many for JSON",
          "",
          "Ask for binary data (parameter binary_data_output), or for fewer samples or outputs.");
    }
    byte[] text = json(answer);
    if (answer.outputs().stream().noneMatch(OutputTensor::binary)) {
      return new EncodedAnswer(text, OptionalInt.empty());
    }
    ByteBuffer body =
        ByteBuffer.allocate(Math.toIntExact(text.length + binary)).order(ByteOrder.LITTLE_ENDIAN);
    body.put(text);
    for (OutputTensor output : answer.outputs()) {
      if (output.binary()) {
        for (Tensor sample : output.samples()) {
          body.asFloatBuffer().put(sample.values());
          body.position(body.position() + sample.size() * Float.BYTES);
        }
      }
    }
    return new EncodedAnswer(body.array(), OptionalInt.of(text.length));
  }

  private static byte[] json(InferAnswer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_CAPACITY);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("model_name", answer.model());
      json.writeStringField("model_version", answer.version());
      if (answer.id().isPresent()) {
        json.writeStringField("id", answer.id().get());
      }
      json.writeObjectFieldStart("parameters");
      for (Map.Entry<String, Object> parameter : answer.parameters().entrySet()) {
        json.writeFieldName(parameter.getKey());
        if (parameter.getValue() instanceof Number number) {
          json.writeNumber(number.longValue());
        } else {
          json.writeString(parameter.getValue().toString());
        }
      }
      json.writeEndObject();
      json.writeArrayFieldStart("outputs");
      for (OutputTensor output : answer.outputs()) {
        write(output, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("memory takes what is written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(OutputTensor output, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", output.name());
    json.writeStringField("datatype", "FP32");
    json.writeArrayFieldStart("shape");
    json.writeNumber(output.samples().size());
    for (int extent : output.samples().get(0).shape()) {
      json.writeNumber(extent);
    }
    json.writeEndArray();
    if (output.binary()) {
      json.writeObjectFieldStart("parameters");
      json.writeNumberField("binary_data_size", output.size() * Float.BYTES);
      json.writeEndObject();
    } else {
      json.writeArrayFieldStart("data");
      for (Tensor sample : output.samples()) {
        write(sample.values(), json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(FloatBuffer values, JsonGenerator json) throws IOException {
    while (values.hasRemaining()) {
      float value = values.get();
      if (Float.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull(); // JSON knows no other
      }
    }
  }
}
