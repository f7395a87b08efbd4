package org.nightjar.configuration.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.configuration.internal.Yaml.Form;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads a YAML file into values that know their lines. Tags, aliases and merging are refused. */
final class YamlFile {
  private static final long LARGEST = 1 << 20;
  private static final int DEEPEST = 16;
  private static final Map<Tag, Form> FORMS =
      Map.of(
          Tag.INT, Form.WHOLE_NUMBER,
          Tag.FLOAT, Form.NUMBER,
          Tag.BOOL, Form.FLAG,
          Tag.NULL, Form.NOTHING,
          Tag.STR, Form.TEXT);

  private final ProblemList problems;

  private YamlFile(ProblemList problems) {
    this.problems = problems;
  }

  /**
   * Reads a file whose top level has keys.
   *
   * @return no fields if the file is empty; nothing if it cannot be understood, which has then been
   *     noted
   */
  static Optional<Yaml.Fields> read(Path file, ProblemList problems) {
    try {
      if (Files.size(file) > LARGEST) {
        problems.add(0, "the file has more than 1 MiB", "A configuration is text of a few pages.");
        return Optional.empty();
      }
      return parse(Files.readString(file, StandardCharsets.UTF_8), problems);
    } catch (CharacterCodingException e) {
      problems.add(0, "the file is not UTF-8 text", "Save it as UTF-8.");
    } catch (IOException e) {
      problems.add(0, "the file cannot be read: " + e, "Check its permissions.");
    }
    return Optional.empty();
  }

  private static Optional<Yaml.Fields> parse(String text, ProblemList problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(0)
            .setAllowRecursiveKeys(false)
            .build();
    try {
      if (tooDeep(text, settings, problems)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty() || root.get().getTag().equals(Tag.NULL)) {
        return Optional.of(new Yaml.Fields(1, List.of()));
      }
      Yaml yaml = new YamlFile(problems).convert(root.get());
      if (yaml instanceof Yaml.Fields fields) {
        return Optional.of(fields);
      }
      problems.add(
          yaml.line(), "the file holds " + yaml.found(), "Write sections: NAME, a colon, keys.");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      problems.add(line, "broken YAML: " + e.getProblem(), remedy(e, text));
    } catch (YamlEngineException e) {
      problems.add(0, "broken YAML: " + e.getMessage(), "Write plain values, no aliases.");
    }
    return Optional.empty();
  }

  /** Looks at depth alone, without recursion: composing what is nested too deep overflows. */
  private static boolean tooDeep(String text, LoadSettings settings, ProblemList problems) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
        problems.add(line, "more than " + DEEPEST + " levels", "Nest less.");
        return true;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return false;
  }

  private static String remedy(MarkedYamlEngineException e, String text) {
    int line = e.getProblemMark().map(Mark::getLine).orElse(-1);
    boolean tab = text.lines().skip(Math.max(line, 0)).findFirst().orElse("").contains("\t");
    if (tab) {
      return "Indent with spaces: tabs are not allowed.";
    }
    return e.getContext() == null
        ? "Check indentation, colons and quotes on this line and the one before."
        : "It happened " + e.getContext() + ": check indentation, colons and quotes.";
  }

  private Yaml convert(Node node) {
    int line = node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    if (node instanceof MappingNode mapping) {
      return new Yaml.Fields(line, fields(mapping));
    }
    if (node instanceof SequenceNode sequence) {
      return new Yaml.Items(line, sequence.getValue().stream().map(item -> convert(item)).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    Form form = FORMS.get(scalar.getTag());
    if (form == null) {
      problems.add(line, "the tag " + scalar.getTag(), "Write a plain value without a tag.");
      form = Form.TEXT;
    }
    return new Yaml.Scalar(line, scalar.getValue(), form);
  }

  private List<Yaml.Field> fields(MappingNode mapping) {
    Map<String, Yaml.Field> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = tuple.getKeyNode().getStartMark().map(Mark::getLine).orElse(-1) + 1;
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(line, "a key that is no word", "Write KEY: VALUE.");
        continue;
      }
      Yaml.Field before = fields.get(key.getValue());
      Yaml value = convert(tuple.getValueNode());
      if (before == null) {
        fields.put(key.getValue(), new Yaml.Field(line, key.getValue(), value));
      } else {
        problems.add(
            line,
            "'%s' stands twice, first on line %d".formatted(key.getValue(), before.line()),
            "Remove one of the two.");
      }
    }
    return new ArrayList<>(fields.values());
  }
}
