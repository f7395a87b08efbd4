package org.nightjar.image.internal.detection;

import java.util.ArrayList;
import java.util.List;

/** Turns rows above the background into measured sources: regions, split, measured, cleaned. */
public final class Detector {

  private final int width;
  private final double threshold;
  private final DetectionRules rules;
  private final ConnectedRegions regions;
  private final Deblender deblender;
  private final Measurement measurement;
  private final List<Measured> found = new ArrayList<>();
  private boolean overflowed;
  private int height;

  /**
   * A threshold in the unit of the filtered pixels, at least 0; at 0 nothing is split or cleaned;
   * the level from which pixels are saturated, NaN for none.
   */
  public Detector(int width, double threshold, double saturationLevel, DetectionRules rules) {
    this.width = width;
    this.threshold = threshold;
    this.rules = rules;
    this.regions = new ConnectedRegions(width, (float) threshold, saturationLevel, this::take);
    this.deblender = new Deblender(width, threshold, rules);
    this.measurement = new Measurement(width, rules.minArea());
  }

  /**
   * Adds the next row: filtered, above the background, and as it is, by which alone pixels are
   * saturated.
   */
  public void add(float[] filtered, float[] plain, float[] raw) {
    regions.add(filtered, plain, raw);
    height++;
  }

  /** Ends the image and tells how many sources there are before cleaning. */
  public int end() {
    regions.end();
    return found.size();
  }

  /** Whether there were more sources than the rules allow. */
  public boolean overflowed() {
    return overflowed;
  }

  /** The sources after cleaning, in the order in which their regions ended. */
  public List<Measured> sources() {
    if (rules.cleanParameter() <= 0 || threshold <= 0) {
      return List.copyOf(found);
    }
    return new Cleaning(threshold, rules.cleanParameter()).survivors(found, width, height);
  }

  private void take(Footprint region) {
    if (region.size() < rules.minArea() || overflowed) {
      return;
    }
    for (Blob blob : deblender.split(region)) {
      if (found.size() == rules.mostSources()) {
        overflowed = true;
        return;
      }
      found.add(measurement.of(blob));
    }
  }
}
