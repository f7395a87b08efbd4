package org.nightjar.store.internal.learn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Limits of one measurement, from frames that were good: a warning at three and an alarm at six
 * robust standard deviations from the median; as multiples of the band's own median where bands
 * differ much.
 *
 * @param name the measurement
 * @param frames number of frames it was measured on
 * @param relative whether the limits are multiples
 * @param spread where the numbers lie, or the multiples
 */
record Proposal(String name, int frames, boolean relative, Spread spread) {
  /** Frames without which nothing is proposed. */
  static final int LEAST = 20;

  private static final int LEAST_OF_BAND = 5;
  private static final double LARGE = 1.5;
  private static final double WARNING = 3;
  private static final double ALARM = 6;
  private static final MathContext DIGITS = new MathContext(3);

  /** Bad only when large, or only when small; all else on both sides. */
  private static final Set<String> ONLY_ABOVE =
      Set.of(
          "seeing",
          "seeingArcsec",
          "ellipticity",
          "saturatedPixels",
          "saturatedFraction",
          "deadPixels",
          "deadFraction",
          "hotPixels",
          "blankPixels",
          "blankFraction",
          "cosmicRays",
          "streaks");

  private static final Set<String> ONLY_BELOW = Set.of("sources", "stars", "limitingMagnitude");

  /** One for each measurement that enough frames have, by name. */
  static List<Proposal> of(List<GoodFrame> frames) {
    Set<String> names = new TreeSet<>();
    frames.forEach(frame -> names.addAll(frame.values().keySet()));
    List<Proposal> proposals = new ArrayList<>();
    for (String name : names) {
      List<GoodFrame> with = frames.stream().filter(f -> f.values().containsKey(name)).toList();
      if (with.size() >= LEAST) {
        proposals.add(of(name, with));
      }
    }
    return proposals;
  }

  private static Proposal of(String name, List<GoodFrame> frames) {
    Map<String, List<Double>> bands =
        frames.stream()
            .collect(
                Collectors.groupingBy(
                    GoodFrame::band,
                    TreeMap::new,
                    Collectors.mapping(frame -> frame.values().get(name), Collectors.toList())));
    bands.values().removeIf(values -> values.size() < LEAST_OF_BAND);
    Map<String, Double> medians = new TreeMap<>();
    bands.forEach((band, values) -> medians.put(band, Spread.of(values).median()));
    double least = medians.values().stream().mapToDouble(m -> m).min().orElse(0);
    double most = medians.values().stream().mapToDouble(m -> m).max().orElse(0);
    if (least > 0 && most > LARGE * least) {
      List<Double> multiples =
          frames.stream()
              .filter(frame -> medians.containsKey(frame.band()))
              .map(frame -> frame.values().get(name) / medians.get(frame.band()))
              .toList();
      return new Proposal(name, multiples.size(), true, Spread.of(multiples));
    }
    List<Double> values = frames.stream().map(frame -> frame.values().get(name)).toList();
    return new Proposal(name, values.size(), false, Spread.of(values));
  }

  /** Lines of a profile's section {@code thresholds}; a comment where nothing varies. */
  String yaml() {
    String basis =
        "median %s, robust sigma %s%s, %d frames"
            .formatted(
                round(spread.median()),
                round(spread.sigma()),
                relative ? ", of each band's own median" : "",
                frames);
    List<String> limits = new ArrayList<>();
    if (spread.sigma() > 0 && !ONLY_BELOW.contains(name)) {
      limits.add(limits("above", 1));
    }
    // A limit below zero of something that cannot be negative would never be reached.
    boolean reachable = spread.median() <= 0 || spread.median() > ALARM * spread.sigma();
    if (spread.sigma() > 0 && !ONLY_ABOVE.contains(name) && reachable) {
      limits.add(limits("below", -1));
    }
    if (limits.isEmpty()) {
      return "  # " + name + ": no limits, " + basis + "\n";
    }
    StringBuilder text = new StringBuilder("  " + name + ": # " + basis + "\n");
    String indent = "    ";
    if (relative) {
      text.append("    relative:\n");
      indent += "  ";
    }
    for (String limit : limits) {
      text.append(indent).append(limit).append('\n');
    }
    return text.toString();
  }

  private String limits(String side, int sign) {
    return "%s: {warning: %s, alarm: %s}"
        .formatted(
            side,
            round(spread.median() + sign * WARNING * spread.sigma()),
            round(spread.median() + sign * ALARM * spread.sigma()));
  }

  private static String round(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
