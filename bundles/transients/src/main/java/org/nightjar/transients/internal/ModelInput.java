package org.nightjar.transients.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.product.Facts;

/**
 * An alert as a model wants to see it: a channel is a stamp of that name, or else a number of the
 * packet.
 *
 * @param channels what could be given
 * @param missing channels that could not
 */
record ModelInput(Map<String, Tensor> channels, List<String> missing) {

  static ModelInput of(ModelInfo model, List<Stamp> stamps, Facts facts) {
    Map<String, Tensor> channels = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (String channel : model.channels()) {
      Optional<Tensor> given = stamp(channel, stamps).or(() -> number(channel, facts));
      if (given.isPresent()) {
        channels.put(channel, given.get());
      } else {
        missing.add(channel);
      }
    }
    return new ModelInput(Map.copyOf(channels), List.copyOf(missing));
  }

  Sample sample() {
    return new Sample(channels);
  }

  private static Optional<Tensor> stamp(String name, List<Stamp> stamps) {
    return stamps.stream()
        .filter(stamp -> stamp.name().equals(name))
        .map(Stamp::pixels)
        .findFirst();
  }

  private static Optional<Tensor> number(String name, Facts facts) {
    OptionalDouble value = PacketFacts.find(facts, name);
    return value.isPresent()
        ? Optional.of(Tensor.of(new float[] {(float) value.getAsDouble()}))
        : Optional.empty();
  }
}
