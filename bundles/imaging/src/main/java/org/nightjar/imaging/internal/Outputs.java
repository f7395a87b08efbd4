package org.nightjar.imaging.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.reader.MaskWriter;
import org.nightjar.api.report.Finding;
import org.nightjar.imaging.internal.measure.Observed;
import org.nightjar.imaging.internal.measure.Recipe;
import org.nightjar.imaging.internal.output.MaskRows;
import org.nightjar.imaging.internal.output.Picture;

/**
 * What is made of a detector beside numbers, while its pixels are at hand.
 *
 * @param recipe how it was measured
 * @param pictured indices of the parts that get a picture
 * @param masks packs masks; empty if none are wanted
 * @param bits what the bits of masks mean
 */
record Outputs(Recipe recipe, Set<Integer> pictured, Optional<MaskWriter> masks, MaskBits bits) {

  Optional<byte[]> picture(Observed seen, List<Finding> findings, int part) {
    return pictured.contains(part) ? Optional.of(Picture.png(seen, findings)) : Optional.empty();
  }

  Optional<byte[]> mask(Observed seen) throws NightjarException {
    return masks.isEmpty()
        ? Optional.empty()
        : Optional.of(masks.get().plane(MaskRows.of(seen, recipe, bits)));
  }
}
