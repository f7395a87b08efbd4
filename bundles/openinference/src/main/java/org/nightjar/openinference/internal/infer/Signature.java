package org.nightjar.openinference.internal.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;

/**
 * What may be sent to a model: its channels, raw, or instead the inputs of its network, prepared.
 *
 * @param channels channels by name, in the network's order
 * @param inputs inputs of the network by name
 */
public record Signature(Map<String, Channel> channels, Map<String, InputInfo> inputs) {
  private static final int ANY = -1;

  /**
   * A channel.
   *
   * @param name its name
   * @param input the input of the network that it is part of
   * @param extents {@code []} for a single number, {@code [rows, columns]} of what the network sees
   *     for an image; -1 where that is not known
   */
  public record Channel(String name, String input, List<Integer> extents) {
    /** Copies the list. */
    public Channel {
      extents = List.copyOf(extents);
    }

    /** Whether it is a single number. */
    public boolean isNumber() {
      return extents.isEmpty();
    }
  }

  /** What a model takes. */
  public static Signature of(ModelInfo model) {
    Map<String, Channel> channels = new LinkedHashMap<>();
    Map<String, InputInfo> inputs = new LinkedHashMap<>();
    for (InputInfo input : model.inputs()) {
      inputs.put(input.name(), input);
      List<Integer> extents = extents(input);
      for (String channel : input.channels()) {
        channels.putIfAbsent(channel, new Channel(channel, input.name(), extents));
      }
    }
    return new Signature(channels, inputs);
  }

  /** Extents of each channel of an input: what is left of its shape without the channels' axis. */
  private static List<Integer> extents(InputInfo input) {
    List<Integer> shape = input.shape();
    int channels = input.channels().size();
    if (shape.size() == 1) {
      return List.of();
    }
    if (shape.size() == 2) {
      return shape;
    }
    if (shape.size() == 3) {
      List<List<Integer>> possible = new ArrayList<>();
      if (shape.get(0) == channels) {
        possible.add(shape.subList(1, 3));
      }
      if (shape.get(2) == channels) {
        possible.add(shape.subList(0, 2));
      }
      if (possible.stream().distinct().count() == 1) {
        return possible.get(0);
      }
    }
    return List.of(ANY, ANY);
  }
}
