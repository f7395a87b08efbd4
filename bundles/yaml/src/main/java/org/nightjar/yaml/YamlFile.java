package org.nightjar.yaml;

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
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.yaml.Yaml.Form;
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

/**
 * Reads YAML files that may be hostile into values that know their lines: bounded in size and
 * depth, no objects are created, and tags, aliases and merging are refused; {@link #tagged} keeps
 * tags as words. The core schema of YAML 1.2 says what a plain value is; a key that stands twice is
 * a problem.
 */
public final class YamlFile {
  private static final int DEEPEST = 16;
  private static final Set<Tag> PLAIN_COLLECTIONS = Set.of(Tag.MAP, Tag.SEQ);
  private static final Map<Tag, Form> FORMS =
      Map.of(
          Tag.INT, Form.WHOLE_NUMBER,
          Tag.FLOAT, Form.NUMBER,
          Tag.BOOL, Form.FLAG,
          Tag.NULL, Form.NOTHING,
          Tag.STR, Form.TEXT);

  private final ProblemList problems;
  private final boolean withTags;

  private YamlFile(ProblemList problems, boolean withTags) {
    this.problems = problems;
    this.withTags = withTags;
  }

  /**
   * Reads a file and stops at the first thing that is wrong with it.
   *
   * @param mostBytes the largest size that is read
   * @throws NightjarException {@code UNREADABLE}, {@code TOO_LARGE}, or {@code BAD_CONFIGURATION}
   *     with file and line
   */
  public static Value read(Path file, int mostBytes) throws NightjarException {
    ProblemList problems = new ProblemList(file);
    Optional<Yaml> root = read(file, mostBytes, problems, false);
    if (problems.isEmpty()
        && root.orElseThrow() instanceof Yaml.Scalar scalar
        && scalar.form() == Form.NOTHING) {
      problems.add(0, "the file is empty", "");
    }
    if (!problems.isEmpty()) {
      throw new NightjarException(problems.inOrder().get(0));
    }
    return new Value(file.toString(), "", root.orElseThrow());
  }

  /**
   * Reads a file whose top level has keys, and notes everything that is wrong with it.
   *
   * @param mostBytes the largest size that is read
   * @return no fields if the file is empty; nothing if it cannot be understood, which has then been
   *     noted
   */
  public static Optional<Yaml.Fields> fields(Path file, int mostBytes, ProblemList problems) {
    return fields(file, mostBytes, problems, false);
  }

  /**
   * The same, but tags of the file's own become {@link Yaml.Tagged}: for files of other programs,
   * whose tags are translated or refused by name.
   */
  public static Optional<Yaml.Fields> tagged(Path file, int mostBytes, ProblemList problems) {
    return fields(file, mostBytes, problems, true);
  }

  private static Optional<Yaml.Fields> fields(
      Path file, int mostBytes, ProblemList problems, boolean withTags) {
    Yaml root = read(file, mostBytes, problems, withTags).orElse(null);
    if (root instanceof Yaml.Scalar scalar && scalar.form() == Form.NOTHING) {
      return Optional.of(new Yaml.Fields(1, List.of()));
    }
    if (root instanceof Yaml.Fields fields) {
      return Optional.of(fields);
    }
    if (root != null) {
      problems.add(
          root.line(), "the file holds " + root.found(), "Write sections: NAME, a colon, keys.");
    }
    return Optional.empty();
  }

  private static Optional<Yaml> read(
      Path file, int mostBytes, ProblemList problems, boolean withTags) {
    try {
      if (!Files.isRegularFile(file)) {
        problems.add(StandardError.UNREADABLE, 0, "there is no such file", "Check its path.");
        return Optional.empty();
      }
      long size = Files.size(file);
      if (size > mostBytes) {
        problems.add(
            StandardError.TOO_LARGE,
            0,
            "the file has " + size + " bytes, at most " + mostBytes + " are read",
            "");
        return Optional.empty();
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return parse(text, mostBytes, problems, withTags);
    } catch (CharacterCodingException e) {
      problems.add(0, "the file is not UTF-8 text", "Save it as UTF-8.");
    } catch (IOException e) {
      problems.add(
          StandardError.UNREADABLE, 0, "the file cannot be read: " + e, "Check its permissions.");
    }
    return Optional.empty();
  }

  private static Optional<Yaml> parse(
      String text, int mostBytes, ProblemList problems, boolean withTags) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(0)
            .setAllowRecursiveKeys(false)
            .setAllowNonScalarKeys(true) // refused below, with their lines
            .setCodePointLimit(mostBytes)
            .build();
    try {
      if (tooDeep(text, settings, problems)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      return Optional.of(
          root.map(node -> new YamlFile(problems, withTags).convert(node))
              .orElse(new Yaml.Scalar(1, "", Form.NOTHING)));
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
    String tag = node.getTag().getValue();
    if (withTags && tag.startsWith("!") && tag.length() > 1) {
      return new Yaml.Tagged(line, tag.substring(1), untagged(node, line));
    }
    if (!(node instanceof ScalarNode) && !PLAIN_COLLECTIONS.contains(node.getTag())) {
      problems.add(line, "the tag " + node.getTag(), "Write plain values without a tag.");
    }
    return untagged(node, line);
  }

  private Yaml untagged(Node node, int line) {
    if (node instanceof MappingNode mapping) {
      return new Yaml.Fields(line, fields(mapping));
    }
    if (node instanceof SequenceNode sequence) {
      return new Yaml.Items(line, sequence.getValue().stream().map(item -> convert(item)).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    Form form = FORMS.get(scalar.getTag());
    if (form == null && withTags && scalar.getTag().getValue().startsWith("!")) {
      form = scalar.getValue().isEmpty() ? Form.NOTHING : Form.TEXT;
    } else if (form == null) {
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
