package org.nightjar.openinference.internal.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;

/**
 * An input as the JSON has it. Its keys may come in any order, so the data are fitted to shape and
 * type at the end.
 */
final class ReadInput {
  private static final int UNKNOWN = 64;

  private final JsonParser parser;
  private final String place;
  private String name;
  private int[] shape;
  private Datatype type;
  private JsonNumbers data;
  private Parameters parameters = Parameters.NONE;

  private ReadInput(JsonParser parser, String place) {
    this.parser = parser;
    this.place = place;
  }

  /** Reads the object whose opening brace was read. */
  static ReadInput read(JsonParser parser, String place) throws IOException, NightjarException {
    ReadInput input = new ReadInput(parser, place);
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      switch (key) {
        case "name" -> input.name = input.text(key);
        case "datatype" -> input.type = Datatype.named(input.text(key), place + ".datatype");
        case "shape" -> input.shape = input.extents();
        case "parameters" -> input.parameters = Parameters.read(parser, place + ".parameters");
        case "data" -> input.data = input.numbers();
        default -> parser.skipChildren();
      }
    }
    return input;
  }

  /** Its name; null if it has none. */
  String name() {
    return name;
  }

  /** The whole tensor, its bytes being next in the binary part if it has some there. */
  InputTensor tensor(BinaryPart bytes) throws IOException, NightjarException {
    parameters.refuse("shared_memory_region", "there is no shared memory here");
    if (shape == null || type == null) {
      throw BadRequest.of("the tensor lacks " + (shape == null ? "shape" : "datatype"), place, "");
    }
    Optional<Long> size = parameters.count("binary_data_size");
    if (size.isPresent() == (data != null)) {
      throw BadRequest.of(
          data == null ? "the tensor has no data" : "the tensor has data twice",
          place,
          "Send either data or, with the parameter binary_data_size, bytes behind the JSON.");
    }
    if (data != null) {
      type.check(data, place + ".data");
      return new InputTensor(name, shape, data.shaped(shape));
    }
    long wanted = (long) Extents.product(shape, place + ".shape") * type.size();
    if (size.get() != wanted) {
      throw BadRequest.of(
          "binary_data_size is "
              + size.get()
              + ", but shape "
              + Arrays.toString(shape)
              + " of "
              + type
              + " has "
              + wanted
              + " bytes",
          place,
          "");
    }
    return new InputTensor(name, shape, type.decode(bytes.take(wanted, place)));
  }

  private JsonNumbers numbers() throws IOException, NightjarException {
    if (data != null) {
      throw BadRequest.of("the tensor has data twice", place, "");
    }
    int likely = shape == null ? UNKNOWN : Extents.product(shape, place + ".shape");
    return JsonNumbers.read(parser, likely, place + ".data");
  }

  private String text(String key) throws IOException, NightjarException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw BadRequest.of("this is no text", place + "." + key, "");
    }
    return parser.getText();
  }

  private int[] extents() throws IOException, NightjarException {
    String here = place + ".shape";
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw BadRequest.of("this is no list", here, "");
    }
    int[] extents = new int[Extents.MOST_RANK];
    int rank = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (rank == Extents.MOST_RANK) {
        throw BadRequest.of("a tensor has at most " + Extents.MOST_RANK + " axes", here, "");
      }
      if (token != JsonToken.VALUE_NUMBER_INT
          || parser.getNumberType() != JsonParser.NumberType.INT
          || parser.getIntValue() < 0) {
        throw BadRequest.of(
            "'" + parser.getText() + "' is no extent", here, "Send whole numbers from 1 on.");
      }
      extents[rank] = parser.getIntValue();
      rank++;
    }
    if (rank == 0) {
      throw BadRequest.of("the shape has no batch axis", here, "Its first extent counts samples.");
    }
    return Arrays.copyOf(extents, rank);
  }
}
