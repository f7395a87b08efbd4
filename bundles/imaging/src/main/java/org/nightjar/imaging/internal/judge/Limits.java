package org.nightjar.imaging.internal.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nightjar.api.profile.Threshold;
import org.nightjar.imaging.internal.frame.FrameType;
import org.nightjar.imaging.internal.measure.Quantity;

/**
 * Which limits hold: the profile's, by the most precise name it has, else the usual ones. Names in
 * a profile are those of measurements: {@code seeing}, {@code S29/seeing}, {@code S29/A/overscan};
 * a frame type before it, as in {@code flat.uniformity}, confines it to such frames. Without one, a
 * number that depends on the light is limited in science frames alone.
 */
public final class Limits {

  private final List<UsualLimit> usual;
  private final Map<String, List<Threshold>> thresholds;
  private final FrameType type;

  /** The limits of frames of a type. */
  public Limits(List<UsualLimit> usual, Map<String, List<Threshold>> thresholds, FrameType type) {
    this.usual = List.copyOf(usual);
    this.thresholds = Map.copyOf(thresholds);
    this.type = type.judgedAs();
  }

  /**
   * Those of one number.
   *
   * @param place {@code DETECTOR} or {@code DETECTOR/AMPLIFIER}
   */
  List<Limit> of(String place, Quantity quantity) {
    return names(place, quantity)
        .map(thresholds::get)
        .filter(found -> found != null)
        .findFirst()
        .map(Limits::of)
        .orElseGet(() -> usual(quantity));
  }

  private Stream<String> names(String place, Quantity quantity) {
    String name = quantity.measurement();
    String whole = place + "/" + name;
    Stream<String> ofType = Stream.of(type.word() + "." + whole, type.word() + "." + name);
    return quantity.sameForAllTypes() || type == FrameType.SCIENCE
        ? Stream.concat(ofType, Stream.of(whole, name))
        : ofType;
  }

  private List<Limit> usual(Quantity quantity) {
    return usual.stream()
        .filter(limit -> limit.quantity() == quantity && limit.types().contains(type))
        .map(UsualLimit::limit)
        .toList();
  }

  private static List<Limit> of(List<Threshold> thresholds) {
    List<Limit> limits = new ArrayList<>();
    for (Threshold threshold : thresholds) {
      Limit.Sense sense =
          threshold.sense() == Threshold.Sense.ABOVE ? Limit.Sense.ABOVE : Limit.Sense.BELOW;
      add(limits, sense, threshold.absolute(), false);
      add(limits, sense, threshold.relative(), true);
    }
    return limits;
  }

  private static void add(
      List<Limit> limits, Limit.Sense sense, Threshold.Limits levels, boolean relative) {
    if (!Double.isNaN(levels.warning()) || !Double.isNaN(levels.alarm())) {
      limits.add(new Limit(sense, levels.warning(), levels.alarm(), relative));
    }
  }
}
