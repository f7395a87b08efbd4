package org.nightjar.tables.internal.stream;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.reader.TableField;

/**
 * A column for each number of a row: formats without cells of several numbers call them {@code
 * NAME_1}, {@code NAME_2}, ...
 */
final class FlatColumns {
  /**
   * A number of a row.
   *
   * @param name of the column in the file
   * @param field where it comes from
   * @param column number of the field, from 0
   * @param place within the cell, from 0
   */
  record Flat(String name, TableField field, int column, int place) {}

  private FlatColumns() {}

  static List<Flat> of(List<TableField> fields) {
    List<Flat> all = new ArrayList<>();
    for (int column = 0; column < fields.size(); column++) {
      TableField field = fields.get(column);
      for (int place = 0; place < field.width(); place++) {
        String name = field.width() == 1 ? field.name() : field.name() + "_" + (place + 1);
        all.add(new Flat(name, field, column, place));
      }
    }
    return all;
  }
}
