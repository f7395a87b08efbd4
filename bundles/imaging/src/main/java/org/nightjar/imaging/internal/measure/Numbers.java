package org.nightjar.imaging.internal.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/** The numbers of one detector and of its amplifiers. Not for several threads. */
public final class Numbers {

  private final Map<Quantity, Double> detector = new EnumMap<>(Quantity.class);
  private final Map<String, Map<Quantity, Double>> amplifiers = new LinkedHashMap<>();

  /** Keeps a number; what is not finite could not be measured and is kept as NaN. */
  public void put(Quantity quantity, double value) {
    detector.put(quantity, finite(value));
  }

  /** Keeps a number of an amplifier. */
  public void put(String amplifier, Quantity quantity, double value) {
    amplifiers
        .computeIfAbsent(amplifier, name -> new EnumMap<>(Quantity.class))
        .put(quantity, finite(value));
  }

  /** Keeps how many pixels of how many. */
  public void putPart(Quantity fraction, double count, long pixels) {
    put(fraction.counted().orElseThrow(), count);
    put(fraction, pixels == 0 ? Double.NaN : count / pixels);
  }

  /** A number of the detector; NaN if it was not or could not be measured. */
  public double get(Quantity quantity) {
    return detector.getOrDefault(quantity, Double.NaN);
  }

  /** Whether somebody tried to measure it. */
  public boolean has(Quantity quantity) {
    return detector.containsKey(quantity);
  }

  /** The numbers of the detector alone. */
  public Map<Quantity, Double> ofDetector() {
    return Collections.unmodifiableMap(detector);
  }

  /** The numbers of each amplifier. */
  public Map<String, Map<Quantity, Double>> ofAmplifiers() {
    return Collections.unmodifiableMap(amplifiers);
  }

  /** Shows all of a quantity: with the amplifier's name, or an empty one for the detector's. */
  public void each(Quantity quantity, ObjDoubleConsumer<String> visitor) {
    if (has(quantity)) {
      visitor.accept("", get(quantity));
    }
    amplifiers.forEach(
        (amplifier, numbers) -> {
          if (numbers.containsKey(quantity)) {
            visitor.accept(amplifier, numbers.get(quantity));
          }
        });
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
