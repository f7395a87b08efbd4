package org.nightjar.simulation.internal.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nightjar.api.simulation.Chunk;
import org.nightjar.api.simulation.RandomStream;
import org.nightjar.simulation.internal.plan.Call;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.Given;

/** What one call sees of the arrays of a chunk. */
final class CallChunk implements Chunk {
  private final Call call;
  private final Workspace workspace;
  private final Map<String, RandomStream> streams = new HashMap<>();
  private final Map<String, double[]> scratch = new HashMap<>();
  private long first;
  private int size;

  CallChunk(Call call, Workspace workspace) {
    this.call = call;
    this.workspace = workspace;
  }

  Call call() {
    return call;
  }

  CallChunk of(long from, int count) {
    first = from;
    size = count;
    return this;
  }

  @Override
  public long first() {
    return first;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double[] reals(String parameter) {
    return call.arguments()
        .use(parameter)
        .map(use -> values(use, parameter))
        .orElseGet(() -> constant(parameter));
  }

  @Override
  public double[] reals(String parameter, int index) {
    return values(call.arguments().several(parameter).get(index), parameter + "/" + index);
  }

  private double[] constant(String parameter) {
    return scratch.computeIfAbsent(
        parameter,
        name -> {
          double[] same = new double[workspace.capacity()];
          Arrays.fill(same, call.arguments().number(name));
          return same;
        });
  }

  private double[] values(Given.Use use, String key) {
    Object array = workspace.array(use.column());
    if (array instanceof double[] reals && use.factor() == 1) {
      return reals;
    }
    int width = use.column().info().width();
    double[] converted =
        scratch.computeIfAbsent(key, name -> new double[workspace.capacity() * width]);
    int numbers = size * width;
    if (array instanceof double[] reals) {
      for (int i = 0; i < numbers; i++) {
        converted[i] = reals[i] * use.factor();
      }
    } else if (array instanceof float[] singles) {
      for (int i = 0; i < numbers; i++) {
        converted[i] = singles[i] * use.factor();
      }
    } else {
      long[] wholes = (long[]) array;
      for (int i = 0; i < numbers; i++) {
        converted[i] = wholes[i] * use.factor();
      }
    }
    return converted;
  }

  @Override
  public long[] wholes(String parameter) {
    Given.Use use =
        call.arguments()
            .use(parameter)
            .orElseThrow(() -> new IllegalArgumentException(parameter + " is no column"));
    if (workspace.array(use.column()) instanceof long[] wholes) {
      return wholes;
    }
    throw new IllegalArgumentException(use.column() + " holds no whole numbers");
  }

  @Override
  public double[] real(int output) {
    return (double[]) array(output);
  }

  @Override
  public float[] single(int output) {
    return (float[]) array(output);
  }

  @Override
  public long[] whole(int output) {
    return (long[]) array(output);
  }

  private Object array(int output) {
    Column column = call.outputs().get(output);
    return workspace.array(column);
  }

  @Override
  public RandomStream random(String name) {
    return streams.computeIfAbsent(
        name, wanted -> Context.stream(workspace.seed(), call.stream(), wanted));
  }
}
