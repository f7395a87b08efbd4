package org.nightjar.inference.internal.precision.metric;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/**
 * Overlap of masks, {@code 2 |A and B| / (|A| + |B|)} over the pixels of all samples together: most
 * images have nothing in their mask, and an overlap of their own would be 0 or 1 by a single pixel.
 */
final class DiceTally implements Tally {
  private final double threshold;
  private final Quotient.Builder overlaps;

  DiceTally(double threshold, int samples) {
    this.threshold = threshold;
    this.overlaps = new Quotient.Builder(samples);
  }

  @Override
  public void add(Tensor output, Tensor label) throws NightjarException {
    Labels.fits(output, label);
    long both = 0;
    long all = 0;
    for (int i = 0; i < output.size(); i++) {
      float truth = label.at(i);
      if (truth != 0 && truth != 1) {
        throw Labels.wrong("the mask holds " + truth, "Masks are 0 or 1.");
      }
      int said = output.at(i) >= threshold ? 1 : 0;
      both += truth == 1 ? said : 0;
      all += said + (int) truth;
    }
    overlaps.add(2.0 * both, all);
  }

  @Override
  public Scored scored() {
    return overlaps.scored(false);
  }
}
