package org.nightjar.api.reader;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rows as arrays, one for each column: {@code double[]}, {@code float[]} or {@code long[]}, the
 * numbers of a cell side by side. The arrays are shared, not copied.
 */
@ProviderType
public final class TableRows {
  private final int rows;
  private final List<Object> columns;

  /**
   * Rows.
   *
   * @param rows how many; the arrays may be longer
   * @param columns one array for each column
   */
  public TableRows(int rows, List<Object> columns) {
    this.rows = rows;
    this.columns = List.copyOf(columns);
    for (Object column : this.columns) {
      if (!(column instanceof double[] || column instanceof float[] || column instanceof long[])) {
        throw new IllegalArgumentException("a column cannot be a " + column.getClass());
      }
    }
  }

  /** How many rows. */
  public int rows() {
    return rows;
  }

  /** The numbers of a {@link CellType#REAL} column; not to be changed. */
  public double[] reals(int column) {
    return (double[]) columns.get(column);
  }

  /** The numbers of a {@link CellType#SINGLE} column; not to be changed. */
  public float[] singles(int column) {
    return (float[]) columns.get(column);
  }

  /** The numbers of a {@link CellType#WHOLE} column; not to be changed. */
  public long[] wholes(int column) {
    return (long[]) columns.get(column);
  }
}
