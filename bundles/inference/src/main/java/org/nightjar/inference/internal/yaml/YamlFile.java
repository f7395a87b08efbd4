package org.nightjar.inference.internal.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML file that may be hostile: bounded in size and nesting, and it creates no objects.
 */
public final class YamlFile {
  private static final int DEEPEST = 16;

  private YamlFile() {}

  /**
   * Reads the one document of a file.
   *
   * @param limit most bytes
   * @throws NightjarException {@code UNREADABLE}, {@code TOO_LARGE}, or {@code BAD_CONFIGURATION}
   *     with file and line
   */
  public static Value read(Path file, int limit) throws NightjarException {
    return parse(text(file, limit), file.toString(), limit);
  }

  /** Reads the one document of a text; {@code place} names the file in messages. */
  public static Value parse(String text, String place, int limit) throws NightjarException {
    LoadSettings settings = LoadSettings.builder().setLabel(place).setCodePointLimit(limit).build();
    try {
      checkNesting(new Parse(settings).parseString(text), place);
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(
                  () ->
                      NightjarException.of(
                          StandardError.BAD_CONFIGURATION, "the file is empty", place, ""));
      return new Value(place, "", root);
    } catch (MarkedYamlEngineException e) {
      String where =
          e.getProblemMark().map(mark -> place + ":" + (mark.getLine() + 1)).orElse(place);
      throw NightjarException.of(
          StandardError.BAD_CONFIGURATION, "not valid YAML: " + e.getProblem(), where, "");
    } catch (YamlEngineException e) {
      throw NightjarException.of(
          StandardError.BAD_CONFIGURATION, "not valid YAML: " + e.getMessage(), place, "");
    }
  }

  private static String text(Path file, int limit) throws NightjarException {
    try {
      if (!Files.isRegularFile(file)) {
        throw NightjarException.of(
            StandardError.UNREADABLE, "there is no such file", file.toString(), "");
      }
      long size = Files.size(file);
      if (size > limit) {
        throw NightjarException.of(
            StandardError.TOO_LARGE,
            "the file has " + size + " bytes, at most " + limit + " are read",
            file.toString(),
            "");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw NightjarException.of(
          StandardError.BAD_CONFIGURATION, "the file is not UTF-8 text", file.toString(), "");
    } catch (IOException e) {
      throw NightjarException.of(StandardError.UNREADABLE, e.toString(), file.toString(), "");
    }
  }

  // The composer recurses; a file of a million opening brackets must not end in a stack overflow.
  private static void checkNesting(Iterable<Event> events, String place) throws NightjarException {
    int depth = 0;
    for (Iterator<Event> each = events.iterator(); each.hasNext(); ) {
      Event event = each.next();
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw NightjarException.of(
            StandardError.BAD_CONFIGURATION,
            "nested deeper than " + DEEPEST + " levels",
            place + event.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse(""),
            "");
      }
    }
  }
}
