package org.nightjar.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.nightjar.api.simulation.Chunk;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.RandomStream;

/** A chunk in a test, whose arrays hold rubbish before. */
final class SkyTestChunk implements Chunk {
  private final SkyArguments arguments;
  private final List<OutputInfo> outputs;
  private final long first;
  private final int size;
  private final List<Object> arrays = new ArrayList<>();
  private final Map<String, double[]> inputs = new HashMap<>();
  private final Map<String, double[]> copies = new HashMap<>();

  SkyTestChunk(
      SkyArguments arguments, List<OutputInfo> outputs, long first, int size, int rubbish) {
    this.arguments = arguments;
    this.outputs = outputs;
    this.first = first;
    this.size = size;
    for (OutputInfo output : outputs) {
      int numbers = size * output.width();
      switch (output.type()) {
        case REAL -> {
          double[] array = new double[numbers];
          Arrays.fill(array, rubbish);
          arrays.add(array);
        }
        case SINGLE -> {
          float[] array = new float[numbers];
          Arrays.fill(array, rubbish);
          arrays.add(array);
        }
        case WHOLE -> {
          long[] array = new long[numbers];
          Arrays.fill(array, rubbish);
          arrays.add(array);
        }
      }
    }
  }

  /** The numbers of each row. */
  List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < outputs.size(); i++) {
        int width = outputs.get(i).width();
        for (int at = row * width; at < (row + 1) * width; at++) {
          Object array = arrays.get(i);
          cells.add(
              array instanceof double[] reals
                  ? (Object) reals[at]
                  : array instanceof float[] singles ? singles[at] : ((long[]) array)[at]);
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  boolean inputChanged() {
    return inputs.entrySet().stream()
        .anyMatch(input -> !Arrays.equals(input.getValue(), copies.get(input.getKey())));
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
    return input(parameter, arguments.column(parameter));
  }

  @Override
  public double[] reals(String parameter, int index) {
    return input(parameter + "/" + index, arguments.column(parameter, index));
  }

  private double[] input(String key, LongToDoubleFunction column) {
    return inputs.computeIfAbsent(
        key,
        name -> {
          double[] values = new double[size];
          for (int i = 0; i < size; i++) {
            values[i] = column.applyAsDouble(first + i);
          }
          copies.put(name, values.clone());
          return values;
        });
  }

  @Override
  public long[] wholes(String parameter) {
    return Arrays.stream(reals(parameter)).mapToLong(value -> (long) value).toArray();
  }

  @Override
  public double[] real(int output) {
    return (double[]) arrays.get(output);
  }

  @Override
  public float[] single(int output) {
    return (float[]) arrays.get(output);
  }

  @Override
  public long[] whole(int output) {
    return (long[]) arrays.get(output);
  }

  @Override
  public RandomStream random(String name) {
    return new MixedStream(name).at(first);
  }
}
