package org.nightjar.imaging.internal.output;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.reader.MaskPlane;
import org.nightjar.image.BackgroundRows;
import org.nightjar.image.CosmicRays;
import org.nightjar.image.Streak;
import org.nightjar.imaging.internal.frame.Frame;
import org.nightjar.imaging.internal.measure.DefectiveLines;
import org.nightjar.imaging.internal.measure.Observed;
import org.nightjar.imaging.internal.measure.Recipe;

/**
 * The mask of a detector, made row by row from what was seen: {@code blank}, {@code saturated},
 * {@code dead}, {@code hot}, {@code cosmic-ray}, {@code streak}, as far as the profile has bits for
 * them. Pixels that came masked or lie outside the data sections are left as they came. For one
 * thread, best from the lowest row up.
 */
public final class MaskRows implements MaskPlane.Rows {

  private static final double RAY_SIGMAS = 3;
  private static final double NEIGHBOUR_PART = 0.1;
  private static final double NEIGHBOUR_SIGMAS = 3;

  private final Observed seen;
  private final Recipe recipe;
  private final BackgroundRows sky;
  private final Bits bits;
  private final Map<Integer, List<CosmicRays.Group>> rays = new HashMap<>();
  private final SkyRow[] window = new SkyRow[3];
  private final float[] levelled;
  private final BitSet defectRows;
  private final float suspicion;
  private final float full;
  private final float zero;
  private int levelledRow = -1;

  private MaskRows(Observed seen, Recipe recipe, MaskBits bits) {
    this.seen = seen;
    this.recipe = recipe;
    this.levelled = new float[seen.frame().raw().width()];
    this.sky = seen.background().map().rows(levelled.length);
    this.bits = Bits.of(bits);
    this.defectRows = seen.survey().defectRows();
    this.suspicion = (float) Math.min(recipe.deadSigmas(), recipe.hotSigmas());
    this.full = fullFrom(seen.frame().saturation());
    this.zero = seen.frame().header().wholeNumbers() ? Float.NaN : 0;
    for (CosmicRays.Group group : seen.survey().cosmicRays().groups()) {
      for (int y = group.top(); y <= group.bottom(); y++) {
        rays.computeIfAbsent(y, row -> new ArrayList<>()).add(group);
      }
    }
  }

  /** The mask of what was seen. */
  public static MaskPlane of(Observed seen, Recipe recipe, MaskBits bits) {
    Frame frame = seen.frame();
    return new MaskPlane(
        frame.name(),
        frame.raw().width(),
        frame.raw().height(),
        bits,
        new MaskRows(seen, recipe, bits));
  }

  @Override
  public void read(int y, int[] target) {
    if (defectRows.get(y)) {
      markPixels(y, target);
    }
    markLines(y, target);
    for (CosmicRays.Group group : rays.getOrDefault(y, List.of())) {
      SkyRow row = row(y);
      for (int x = group.left(); x <= group.right(); x++) {
        if (row.above[x] > RAY_SIGMAS * row.noise[x]) {
          target[x] |= bits.ray;
        }
      }
    }
    if (bits.streak != 0) {
      for (Streak streak : seen.survey().streaks().streaks()) {
        StreakBand.of(streak).mark(y, target, bits.streak);
      }
    }
  }

  /** A float at or just below the level, so that none above it passes for unsaturated. */
  private static float fullFrom(double saturation) {
    return Double.isNaN(saturation) ? Float.POSITIVE_INFINITY : Math.nextDown((float) saturation);
  }

  /** Almost all pixels pass the first test, which must be cheap and let no defect through. */
  private void markPixels(int y, int[] target) {
    SkyRow row = row(y);
    float[] value = row.value;
    float[] above = row.above;
    float[] noise = row.noise;
    for (int x = 0; x < value.length; x++) {
      if (!(Math.abs(above[x]) <= suspicion * noise[x] && value[x] < full && value[x] != zero)) {
        target[x] |= look(row, x);
      }
    }
  }

  private int look(SkyRow row, int x) {
    float value = row.value[x];
    if (Float.isNaN(row.above[x])) {
      return isBlank(x, row.y) ? bits.blank : 0;
    } else if (value >= seen.frame().saturation()) {
      return bits.saturated;
    } else if (value == zero || row.above[x] < -recipe.deadSigmas() * row.noise[x]) {
      return bits.dead;
    }
    boolean hot = row.above[x] > recipe.hotSigmas() * row.noise[x] && isAlone(x, row.y);
    return hot ? bits.hot : 0;
  }

  /** Blank as it came, not only left out. */
  private boolean isBlank(int x, int y) {
    if (levelledRow != y) {
      seen.frame().levelled().readRow(y, levelled);
      levelledRow = y;
    }
    return !SkyRow.isGood(levelled[x]) && !seen.frame().unusable().isOutside(x, y);
  }

  private boolean isAlone(int x, int y) {
    SkyRow centre = row(y);
    double most = NEIGHBOUR_PART * centre.above[x] + NEIGHBOUR_SIGMAS * centre.noise[x];
    int height = seen.frame().raw().height();
    for (int at = Math.max(0, y - 1); at <= Math.min(height - 1, y + 1); at++) {
      float[] above = row(at).above;
      for (int i = Math.max(0, x - 1); i <= Math.min(above.length - 1, x + 1); i++) {
        if ((at != y || i != x) && above[i] > most) {
          return false;
        }
      }
    }
    return true;
  }

  private void markLines(int y, int[] target) {
    DefectiveLines lines = seen.lines();
    markColumns(lines.deadColumns(), bits.dead, y, target);
    markColumns(lines.hotColumns(), bits.hot, y, target);
    markRow(lines.deadRows(), bits.dead, y, target);
    markRow(lines.hotRows(), bits.hot, y, target);
  }

  private void markColumns(List<DefectiveLines.Run> runs, int bit, int y, int[] target) {
    for (DefectiveLines.Run run : runs) {
      for (int x = run.from(); x < run.to(); x++) {
        mark(x, y, bit, target);
      }
    }
  }

  private void markRow(List<DefectiveLines.Run> runs, int bit, int y, int[] target) {
    for (DefectiveLines.Run run : runs) {
      for (int x = 0; y >= run.from() && y < run.to() && x < target.length; x++) {
        mark(x, y, bit, target);
      }
    }
  }

  private void mark(int x, int y, int bit, int[] target) {
    target[x] |= Float.isNaN(row(y).above[x]) ? 0 : bit;
  }

  /** Three rows are kept, as three are looked at. */
  private SkyRow row(int y) {
    SkyRow kept = window[y % window.length];
    if (kept == null || kept.y != y) {
      kept = kept == null ? new SkyRow(levelled.length) : kept;
      kept.take(y, seen.frame().pixels(), sky);
      window[y % window.length] = kept;
    }
    return kept;
  }

  /** The bits of our words; 0 where the profile has none. */
  private record Bits(int blank, int saturated, int dead, int hot, int ray, int streak) {
    static Bits of(MaskBits mask) {
      return new Bits(
          bit(mask, "blank"),
          bit(mask, "saturated"),
          bit(mask, "dead"),
          bit(mask, "hot"),
          bit(mask, "cosmic-ray"),
          bit(mask, "streak"));
    }

    private static int bit(MaskBits mask, String word) {
      Integer bit = mask.bits().get(word);
      return bit == null ? 0 : 1 << bit;
    }
  }
}
