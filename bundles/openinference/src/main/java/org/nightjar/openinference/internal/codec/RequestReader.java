package org.nightjar.openinference.internal.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.nightjar.api.error.NightjarException;

/**
 * Reads inference requests: the JSON object of the Open Inference Protocol, and behind it the bytes
 * of Triton's binary tensor data extension. What a client claims of sizes is believed only as far
 * as its body can bear it out.
 */
public final class RequestReader {
  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 1 << 16;
  private static final int LONGEST_NUMBER = 1000;
  private static final int MOST_TENSORS = 256;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(LONGEST_TEXT)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final JsonParser parser;
  private String id;
  private Parameters parameters = Parameters.NONE;
  private List<ReadInput> inputs;
  private List<ReadOutput> outputs = List.of();

  private record ReadOutput(String name, Optional<Boolean> binary) {}

  private RequestReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads a request to its end.
   *
   * @param body its bytes
   * @param length how many there are, where that is known
   * @param json how many of them are JSON; all if it is not said
   * @throws NightjarException {@code BAD_ARGUMENT} if it is no request, with the place
   * @throws IOException if the body cannot be read
   */
  public static InferRequest read(InputStream body, OptionalLong length, OptionalLong json)
      throws IOException, NightjarException {
    RequestReader reader;
    if (json.isEmpty()) {
      reader = parse(body);
    } else {
      FrontPart front = new FrontPart(body, json.getAsLong());
      reader = parse(front);
      if (front.left() > 0) {
        throw BadRequest.of("the body ends before its JSON does", "", "");
      }
    }
    OptionalLong rest =
        length.isPresent() && json.isPresent()
            ? OptionalLong.of(length.getAsLong() - json.getAsLong())
            : OptionalLong.empty();
    return reader.finish(new BinaryPart(body, json.isPresent(), rest));
  }

  private static RequestReader parse(InputStream json) throws IOException, NightjarException {
    try (JsonParser parser = JSON.createParser(json)) {
      RequestReader reader = new RequestReader(parser);
      reader.object();
      if (parser.nextToken() != null) {
        throw BadRequest.of("something follows the request's JSON object", "", "");
      }
      return reader;
    } catch (JsonProcessingException e) {
      throw BadRequest.of(
          "the body is no JSON that can be read: " + e.getOriginalMessage(),
          e.getLocation() == null ? "" : "byte " + e.getLocation().getByteOffset(),
          "With binary data, header Inference-Header-Content-Length says where the JSON ends.");
    }
  }

  private void object() throws IOException, NightjarException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw BadRequest.of("the body is no JSON object", "", "");
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "id" -> id = text("id");
        case "parameters" -> parameters = Parameters.read(parser, "parameters");
        case "inputs" -> readInputs();
        case "outputs" -> readOutputs();
        default -> parser.skipChildren();
      }
    }
    if (inputs == null || inputs.isEmpty()) {
      throw BadRequest.of("the request has no inputs", "", "");
    }
  }

  private void readInputs() throws IOException, NightjarException {
    if (inputs != null) {
      throw BadRequest.of("the request has inputs twice", "", "");
    }
    inputs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; nextOf("inputs", i); i++) {
      ReadInput input = ReadInput.read(parser, "inputs[" + i + "]");
      once(names, input.name(), "inputs[" + i + "]");
      inputs.add(input);
    }
  }

  private void readOutputs() throws IOException, NightjarException {
    outputs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; nextOf("outputs", i); i++) {
      String place = "outputs[" + i + "]";
      String name = null;
      Parameters said = Parameters.NONE;
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        switch (key) {
          case "name" -> name = text(place + ".name");
          case "parameters" -> said = Parameters.read(parser, place + ".parameters");
          default -> parser.skipChildren();
        }
      }
      said.refuse("classification", "classes are not picked here: take the probabilities");
      said.refuse("shared_memory_region", "there is no shared memory here");
      once(names, name, place);
      outputs.add(new ReadOutput(name, said.flag("binary_data")));
    }
  }

  /** Whether another object of a list begins. */
  private boolean nextOf(String list, int index) throws IOException, NightjarException {
    if (index == 0 && parser.currentToken() != JsonToken.START_ARRAY) {
      throw BadRequest.of("this is no list", list, "");
    }
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return false;
    }
    if (token != JsonToken.START_OBJECT) {
      throw BadRequest.of("this is no object", list + "[" + index + "]", "");
    }
    if (index == MOST_TENSORS) {
      throw BadRequest.of("there are more than " + MOST_TENSORS, list, "");
    }
    return true;
  }

  private static void once(Set<String> names, String name, String place) throws NightjarException {
    if (name == null) {
      throw BadRequest.of("the tensor has no name", place, "");
    }
    if (!names.add(name)) {
      throw BadRequest.of("'" + name + "' stands there twice", place, "");
    }
  }

  private String text(String place) throws IOException, NightjarException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw BadRequest.of("this is no text", place, "");
    }
    return parser.getText();
  }

  private InferRequest finish(BinaryPart bytes) throws IOException, NightjarException {
    List<InputTensor> tensors = new ArrayList<>(inputs.size());
    for (ReadInput input : inputs) {
      tensors.add(input.tensor(bytes));
    }
    bytes.end();
    if (parameters.isNumber("sequence_id") || parameters.text("sequence_id").isPresent()) {
      parameters.refuse("sequence_id", "there are no sequences here: every sample stands alone");
    }
    boolean binary = parameters.flag("binary_data_output").orElse(false);
    List<OutputWish> wishes =
        outputs.stream()
            .map(output -> new OutputWish(output.name(), output.binary().orElse(binary)))
            .toList();
    return new InferRequest(Optional.ofNullable(id), tensors, wishes, binary, parameters);
  }
}
