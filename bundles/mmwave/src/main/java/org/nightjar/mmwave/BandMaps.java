package org.nightjar.mmwave;

import java.util.List;
import org.nightjar.mmwave.band.Band;
import org.nightjar.mmwave.map.PatchMap;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A simulated patch.
 *
 * @param bands as asked for
 * @param maps uK_CMB, one a band
 * @param compton y smoothed by a Gaussian with a standard deviation of one pixel and no beam; zero
 *     without clusters
 * @param truth what was painted: clusters whose centre is in the patch in the order of the request,
 *     then sources above the request's limit
 */
@ProviderType
public record BandMaps(
    List<Band> bands, List<PatchMap> maps, PatchMap compton, List<TruthRecord> truth) {
  /** Copies the lists. */
  public BandMaps {
    bands = List.copyOf(bands);
    maps = List.copyOf(maps);
    truth = List.copyOf(truth);
  }

  /** The map of a band of this name; the first one if there are several. */
  public PatchMap map(String band) {
    for (int i = 0; i < bands.size(); i++) {
      if (bands.get(i).name().equals(band)) {
        return maps.get(i);
      }
    }
    throw new IllegalArgumentException("no band '" + band + "' among " + bands.size());
  }
}
