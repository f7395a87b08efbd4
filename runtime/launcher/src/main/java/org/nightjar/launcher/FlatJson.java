package org.nightjar.launcher;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The three small shapes the launcher exchanges with a running server. */
final class FlatJson {
  private FlatJson() {}

  /** The strings and numbers of one object by their names; nested values are left out. */
  static Map<String, String> read(String text) throws IOException {
    Map<String, String> values = new TreeMap<>();
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        JsonToken next = reader.peek();
        if (next == JsonToken.STRING || next == JsonToken.NUMBER) {
          values.put(name, reader.nextString());
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
    } catch (IllegalStateException e) {
      throw new IOException("not the JSON object that was expected: " + e.getMessage(), e);
    }
    return values;
  }

  /** The request that hands a command line to a running server. */
  static String command(List<String> args, Path directory) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.beginObject().name("args").beginArray();
      for (String argument : args) {
        writer.value(argument);
      }
      writer.endArray().name("directory").value(directory.toString());
      writer.name("terminal").value(Boolean.getBoolean("nightjar.terminal")).endObject();
    }
    return text.toString();
  }
}
