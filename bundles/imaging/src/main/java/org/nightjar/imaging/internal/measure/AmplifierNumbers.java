package org.nightjar.imaging.internal.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.nightjar.api.profile.Profile;
import org.nightjar.image.AmplifierStep;
import org.nightjar.image.Overscan;
import org.nightjar.imaging.internal.frame.Channel;
import org.nightjar.imaging.internal.frame.Frame;
import org.nightjar.imaging.internal.frame.FrameType;

/** Numbers of amplifiers, and of a detector as a whole what they have in common. */
final class AmplifierNumbers {

  private final Profile profile;

  /** By an observatory's levels. */
  AmplifierNumbers(Profile profile) {
    this.profile = profile;
  }

  void put(Observed seen, Numbers numbers) {
    Frame frame = seen.frame();
    frame.channels().forEach(channel -> put(channel, frame, numbers));
    if (frame.hasOverscan()) {
      numbers.put(Quantity.OVERSCAN, median(frame, Overscan::level));
      numbers.put(Quantity.OVERSCAN_NOISE, median(frame, Overscan::noise));
      numbers.put(
          Quantity.OVERSCAN_DRIFT,
          frame.channels().stream()
              .filter(channel -> channel.overscan().isPresent())
              .mapToDouble(AmplifierNumbers::drift)
              .max()
              .orElse(Double.NaN));
    }
    OptionalDouble readNoise = readNoise(frame, numbers);
    if (readNoise.isPresent()) {
      numbers.put(Quantity.READ_NOISE, readNoise.getAsDouble());
    }
    putSteps(seen.steps(), numbers);
  }

  /** Of the overscans; else of a bias, whose noise is nothing else. */
  private OptionalDouble readNoise(Frame frame, Numbers numbers) {
    OptionalDouble measured =
        Quantity.median(
            frame.channels().stream().mapToDouble(channel -> readNoise(channel, frame)).toArray());
    OptionalDouble gain = gain(frame);
    if (measured.isPresent() || frame.type() != FrameType.BIAS || gain.isEmpty()) {
      return measured;
    }
    return OptionalDouble.of(numbers.get(Quantity.NOISE) * gain.getAsDouble());
  }

  private void put(Channel channel, Frame frame, Numbers numbers) {
    String name = channel.name();
    if (channel.overscan().isPresent()) {
      numbers.put(name, Quantity.OVERSCAN, channel.overscan().get().level());
      numbers.put(name, Quantity.OVERSCAN_NOISE, channel.overscan().get().noise());
      numbers.put(name, Quantity.OVERSCAN_DRIFT, drift(channel));
    }
    double readNoise = readNoise(channel, frame);
    if (!Double.isNaN(readNoise)) {
      numbers.put(name, Quantity.READ_NOISE, readNoise);
    }
    if (channel.amplifier().gain().isPresent()) {
      numbers.put(name, Quantity.GAIN, channel.amplifier().gain().getAsDouble());
    }
    if (!Double.isNaN(channel.saturation())) {
      numbers.put(name, Quantity.SATURATION, channel.saturation());
    }
  }

  private double readNoise(Channel channel, Frame frame) {
    double gain = channel.amplifier().gain().orElse(gain(frame).orElse(Double.NaN));
    return channel.overscan().map(seen -> seen.noise() * gain).orElse(Double.NaN);
  }

  private OptionalDouble gain(Frame frame) {
    return frame.header().gain(profile);
  }

  private static double median(Frame frame, ToDoubleFunction<Overscan> value) {
    double[] values =
        frame.channels().stream()
            .flatMap(channel -> channel.overscan().stream())
            .mapToDouble(value)
            .toArray();
    return Quantity.median(values).orElse(Double.NaN);
  }

  /** Change of the level from the first row of the overscan to the last. */
  private static double drift(Channel channel) {
    return channel
        .overscan()
        .map(seen -> Math.abs(seen.perRow()) * channel.data().height())
        .orElse(Double.NaN);
  }

  private static void putSteps(List<AmplifierStep> steps, Numbers numbers) {
    if (!steps.isEmpty()) {
      numbers.put(
          Quantity.AMPLIFIER_STEP, most(steps, step -> step.isStep() ? Math.abs(step.step()) : 0));
      numbers.put(Quantity.AMPLIFIER_NOISE_RATIO, most(steps, AmplifierStep::noiseRatio));
    }
  }

  private static double most(List<AmplifierStep> steps, ToDoubleFunction<AmplifierStep> value) {
    return steps.stream().mapToDouble(value).filter(Double::isFinite).max().orElse(Double.NaN);
  }
}
