package org.nightjar.api.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a table to write looks like.
 *
 * @param name of the table
 * @param fields its columns, in order, at least one
 * @param metadata what the file says of itself, in order: keys of up to eight capital letters and
 *     digits, values of printable text
 */
public record TableLayout(String name, List<TableField> fields, Map<String, String> metadata) {
  /** Copies the collections. */
  public TableLayout {
    Objects.requireNonNull(name, "name");
    fields = List.copyOf(fields);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("the table " + name + " has no columns");
    }
  }

  /** Bytes of the numbers of a row. */
  public long rowBytes() {
    return fields.stream().mapToLong(TableField::bytes).sum();
  }
}
