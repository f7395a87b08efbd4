package org.nightjar.imaging.internal.frame;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.sky.wcs.Wcs;

/**
 * Where an image is on the sky; knows nothing if its header does not tell, or contradicts itself.
 */
public final class SkyPlaces {

  private static final double FINEST_SCALE = 1e-4;
  private static final double COARSEST_SCALE = 600;

  private final Optional<Wcs> wcs;

  private SkyPlaces(Optional<Wcs> wcs) {
    this.wcs = wcs;
  }

  /** As a header tells it; {@code notes} takes why it cannot be used. */
  static SkyPlaces of(Facts header, Consumer<String> notes) {
    try {
      return new SkyPlaces(Wcs.of(header));
    } catch (NightjarException e) {
      notes.accept("the world coordinates cannot be used: " + e.problem().message());
      return new SkyPlaces(Optional.empty());
    }
  }

  /** The circle around a rectangle of pixels. */
  public Optional<SkyCircle> circle(Region region) {
    return wcs.flatMap(sky -> sky.circle(region));
  }

  /** Arcseconds per pixel in the middle of an image; empty if absurd. */
  public OptionalDouble pixelScale(int width, int height) {
    double scale =
        wcs.map(sky -> sky.scaleAt((width - 1) / 2.0, (height - 1) / 2.0).scale())
            .orElse(Double.NaN);
    return scale >= FINEST_SCALE && scale <= COARSEST_SCALE
        ? OptionalDouble.of(scale)
        : OptionalDouble.empty();
  }
}
