package org.nightjar.image.internal.detection;

import java.util.Arrays;
import java.util.List;

/**
 * Splits a footprint into its sources by rising thresholds, and shares out the pixels between them.
 */
final class Deblender {

  private final int width;
  private final double threshold;
  private final DetectionRules rules;

  Deblender(int width, double threshold, DetectionRules rules) {
    this.width = width;
    this.threshold = threshold;
    this.rules = rules;
  }

  List<Blob> split(Footprint region) {
    Footprint footprint = region.inRasterOrder();
    int[] all = new int[footprint.size()];
    double total = 0;
    double peak = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
      total += footprint.filtered(i);
      peak = Math.max(peak, footprint.filtered(i));
    }
    List<Blob> whole = List.of(new Blob(footprint, all, false));
    boolean canSplit = rules.deblendLevels() > 1 && rules.deblendContrast() < 1 && threshold > 0;
    if (!canSplit || all.length < 2 * rules.minArea() || peak <= threshold) {
      return whole;
    }
    Levels levels = new Levels(threshold, peak, rules.deblendLevels());
    Neighbours neighbours = new Neighbours(footprint, width);
    ComponentTree tree =
        new ComponentTree(
            footprint, levels, neighbours, rules.minArea(), rules.deblendContrast() * total);
    List<ComponentTree.Branch> branches = tree.branches();
    return branches.isEmpty() ? whole : share(footprint, tree, branches, levels, neighbours);
  }

  private List<Blob> share(
      Footprint footprint,
      ComponentTree tree,
      List<ComponentTree.Branch> branches,
      Levels levels,
      Neighbours neighbours) {
    int[] owner = new int[footprint.size()];
    Arrays.fill(owner, PixelShare.NOBODY);
    GaussianProfile[] profiles = new GaussianProfile[branches.size()];
    for (int i = 0; i < profiles.length; i++) {
      int[] pixels = tree.pixels(branches.get(i));
      profiles[i] =
          GaussianProfile.of(
              Moments.of(footprint, pixels, width), levels.value(branches.get(i).level()));
      for (int pixel : pixels) {
        owner[pixel] = i;
      }
    }
    new PixelShare(footprint, width, tree, neighbours, profiles, owner).flood(levels.count());
    return blobs(footprint, owner, profiles.length);
  }

  private static List<Blob> blobs(Footprint footprint, int[] owner, int sources) {
    int[] sizes = new int[sources];
    for (int source : owner) {
      sizes[source]++;
    }
    int[][] pixels = new int[sources][];
    for (int source = 0; source < sources; source++) {
      pixels[source] = new int[sizes[source]];
      sizes[source] = 0;
    }
    for (int i = 0; i < owner.length; i++) {
      pixels[owner[i]][sizes[owner[i]]++] = i;
    }
    return Arrays.stream(pixels).map(part -> new Blob(footprint, part, true)).toList();
  }
}
