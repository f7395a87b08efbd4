package org.nightjar.alerts.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * A set of schema files that refer to each other by name, as Rubin and ZTF publish theirs: the one
 * that no other refers to is the packet's.
 */
public final class SchemaFiles {
  private static final long LARGEST = 4 << 20;
  private static final int MOST_FILES = 256;
  private static final String ALERT = "alert";

  /** Keys whose text may spell a type without meaning it: ZTF's alert is ztf.alert, a namespace. */
  private static final Set<String> NO_TYPES =
      Set.of("name", "namespace", "doc", "default", "version", "aliases", "symbols");

  private final Map<String, JsonNode> trees = new LinkedHashMap<>();
  private final Map<String, Set<String>> references = new LinkedHashMap<>();
  private final String place;

  private SchemaFiles(String place) {
    this.place = place;
  }

  /**
   * Joins some files to one schema that needs no other text.
   *
   * @throws NightjarException CORRUPT if they do not fit together; TOO_LARGE
   */
  public static Schema join(Collection<Path> files) throws NightjarException, IOException {
    String place = String.join(", ", files.stream().map(Path::toString).toList());
    if (files.size() > MOST_FILES) {
      throw Damage.of(StandardError.TOO_LARGE, files.size() + " files of one schema", place, "");
    }
    SchemaFiles all = new SchemaFiles(place);
    for (Path file : files) {
      all.add(file);
    }
    return all.join();
  }

  private void add(Path file) throws NightjarException, IOException {
    JsonNode tree = SchemaText.tree(text(file), file.toString());
    if (!tree.isObject() || !tree.has("name")) {
      throw Damage.of(
          StandardError.CORRUPT,
          "not the schema of a named type",
          file.toString(),
          "Give .avsc files alone");
    }
    String name = fullName(tree);
    if (trees.put(name, tree) != null) {
      throw Damage.of(
          StandardError.CORRUPT,
          "two files define " + name,
          file.toString(),
          "Give the files of one version at a time");
    }
  }

  /** The text of a schema file, which is small. */
  static String text(Path file) throws NightjarException, IOException {
    if (Files.size(file) > LARGEST) {
      throw Damage.of(
          StandardError.TOO_LARGE,
          "a schema of " + Files.size(file) + " bytes",
          file.toString(),
          "Check that it is an Avro schema");
    }
    return Files.readString(file);
  }

  private static String fullName(JsonNode tree) {
    String name = tree.path("name").asText();
    String space = tree.path("namespace").asText("");
    return name.contains(".") || space.isEmpty() ? name : space + "." + name;
  }

  private Schema join() throws NightjarException {
    trees.forEach(
        (name, tree) -> {
          Set<String> found = new HashSet<>();
          collect(tree, name.substring(0, name.lastIndexOf('.') + 1), found);
          found.remove(name);
          references.put(name, found);
        });
    Set<String> used = new HashSet<>();
    references.values().forEach(used::addAll);
    List<String> tops = trees.keySet().stream().filter(name -> !used.contains(name)).toList();
    List<String> alerts = tops.stream().filter(name -> name.endsWith("." + ALERT)).toList();
    if (tops.size() > 1 && alerts.size() == 1) {
      // Folders hold records that no packet of this version uses: Rubin's ssObject in 10.0.
      return parse(alerts.get(0));
    }
    if (tops.size() != 1) {
      throw Damage.of(
          StandardError.CORRUPT,
          tops.isEmpty()
              ? "every file is needed by another"
              : "no other file needs any of " + String.join(", ", tops),
          place,
          "Give the file of the packet and those that it refers to");
    }
    return parse(tops.get(0));
  }

  private void collect(JsonNode node, String space, Set<String> found) {
    if (node.isTextual()) {
      for (String name : List.of(node.asText(), space + node.asText())) {
        if (trees.containsKey(name)) {
          found.add(name);
        }
      }
      return;
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      if (!NO_TYPES.contains(child.getKey())) {
        collect(child.getValue(), space, found);
      }
    }
    if (node.isArray()) {
      node.forEach(item -> collect(item, space, found));
    }
  }

  private Schema parse(String top) throws NightjarException {
    List<String> order = new ArrayList<>();
    order(top, order, new HashSet<>());
    Schema.Parser parser = new Schema.Parser();
    Schema last = null;
    try {
      for (String name : order) {
        last = parser.parse(trees.get(name).toString());
      }
    } catch (RuntimeException e) {
      // Avro reports what is wrong by whatever its code runs into, a null pointer among them.
      throw Damage.corrupt("the files do not make a schema: " + e.getMessage(), place, e);
    }
    return last;
  }

  private void order(String name, List<String> order, Set<String> open) throws NightjarException {
    if (order.contains(name)) {
      return;
    }
    if (!open.add(name)) {
      throw Damage.corrupt(name + " refers to itself through another file", place);
    }
    for (String needed : references.get(name)) {
      order(needed, order, open);
    }
    open.remove(name);
    order.add(name);
  }
}
