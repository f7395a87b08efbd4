package org.nightjar.simulation.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.TableRows;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.simulation.internal.plan.Call;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.Condition;

/** The arrays of one chunk, used for one chunk after the other. */
public final class Workspace {
  private final TableProgram program;
  private final int capacity;
  private final Object[] arrays;
  private final long[] ids;
  private final int[] kept;
  private final List<CallChunk> chunks = new ArrayList<>();
  private int rows;

  Workspace(TableProgram program, int capacity) {
    this.program = program;
    this.capacity = capacity;
    this.ids = new long[capacity];
    this.kept = new int[program.table().select().isEmpty() ? 0 : capacity];
    this.arrays = new Object[program.columns().size()];
    for (int i = 0; i < arrays.length; i++) {
      OutputInfo info = program.columns().get(i).info();
      int numbers = Math.multiplyExact(capacity, info.width());
      arrays[i] =
          switch (info.type()) {
            case REAL -> new double[numbers];
            case SINGLE -> new float[numbers];
            case WHOLE -> new long[numbers];
          };
    }
    for (Call call : program.order()) {
      chunks.add(new CallChunk(call, this));
    }
  }

  int capacity() {
    return capacity;
  }

  long seed() {
    return program.sky().plan().seed();
  }

  Object array(Column column) {
    return arrays[program.slot(column)];
  }

  /**
   * Makes rows and leaves out those that are not selected.
   *
   * @param first id of the first row
   * @param count how many, at most the capacity
   */
  public void make(long first, int count) throws NightjarException, InterruptedException {
    for (int i = 0; i < count; i++) {
      ids[i] = first + i;
    }
    for (CallChunk chunk : chunks) {
      fill(chunk, first, count);
    }
    rows = program.table().select().isEmpty() ? count : select(count);
  }

  private void fill(CallChunk chunk, long first, int count)
      throws NightjarException, InterruptedException {
    Call call = chunk.call();
    String place = "%s, rows %d to %d".formatted(call.stream(), first, first + count - 1);
    try {
      program.sky().of(call).fill(chunk.of(first, count));
    } catch (NightjarException e) {
      throw e.at(place);
    } catch (RuntimeException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.TASK_FAILED,
              call.component().info().name() + " failed: " + e,
              place,
              "Tell its authors"),
          e);
    }
  }

  private int select(int count) {
    int left = count;
    for (int i = 0; i < count; i++) {
      kept[i] = i;
    }
    for (Condition condition : program.table().select()) {
      Object values = array(condition.column());
      int passed = 0;
      for (int i = 0; i < left; i++) {
        if (condition.holds(number(values, kept[i]))) {
          kept[passed++] = kept[i];
        }
      }
      left = passed;
    }
    if (left < count) {
      compact(ids, 1, left);
      for (int i = 0; i < arrays.length; i++) {
        compact(arrays[i], program.columns().get(i).info().width(), left);
      }
    }
    return left;
  }

  private static double number(Object values, int at) {
    if (values instanceof double[] reals) {
      return reals[at];
    }
    return values instanceof float[] singles ? singles[at] : ((long[]) values)[at];
  }

  private void compact(Object array, int width, int left) {
    for (int i = 0; i < left; i++) {
      if (kept[i] != i) {
        System.arraycopy(array, kept[i] * width, array, i * width, width);
      }
    }
  }

  /** The selected rows: id, then the columns to write. Valid until rows are made again. */
  public TableRows selected() {
    List<Object> columns = new ArrayList<>();
    columns.add(ids);
    for (String name : program.table().written()) {
      columns.add(array(program.table().columns().get(name)));
    }
    return new TableRows(rows, columns);
  }
}
