package org.nightjar.configuration.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.nightjar.api.error.Problem;

/** One JSON object on one line. */
final class JsonLine {
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  JsonLine() {
    try {
      json = new JsonFactory().createGenerator(text);
      json.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonLine with(String name, String value) {
    try {
      json.writeStringField(name, value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A problem, in the shape that every command uses: {@code {"problem":{..}}}. */
  static void problem(PrintWriter out, Problem problem) {
    JsonLine line = new JsonLine();
    try {
      line.json.writeObjectFieldStart("problem");
      line.json.writeNumberField("number", problem.number());
      line.with("code", problem.code())
          .with("category", problem.category().name())
          .with("message", problem.message())
          .with("place", problem.place())
          .with("remedy", problem.remedy());
      line.json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    line.print(out);
  }

  void print(PrintWriter out) {
    try {
      json.writeEndObject();
      json.close();
      out.println(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
