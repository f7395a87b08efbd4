package org.nightjar.imaging.internal.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.nightjar.api.profile.Profile;
import org.nightjar.image.Seeing;
import org.nightjar.imaging.internal.frame.Frame;
import org.nightjar.imaging.internal.frame.FrameType;
import org.nightjar.imaging.internal.measure.Numbers;
import org.nightjar.imaging.internal.measure.Observed;
import org.nightjar.imaging.internal.measure.Quantity;

/** Frames that do not look like what their headers call them. */
public final class Contradictions {

  /** So many stars are no accident, ... */
  private static final int STARS = 20;

  /** ...if they are wider than hot pixels and cosmic rays. */
  private static final double LEAST_FWHM = 1.5;

  /** A sky's noise over that of its photons; a readout without light stays far below. */
  private static final double LEAST_OF_PHOTON_NOISE = 0.5;

  /** Noise over that of the overscan; light adds its own. */
  private static final double MOST_OF_OVERSCAN_NOISE = 1.2;

  /** A level, in units of the noise, that is no light. */
  private static final double DARK_LEVEL = 2;

  private final Profile profile;

  /** By an observatory's levels. */
  public Contradictions(Profile profile) {
    this.profile = profile;
  }

  /** What speaks against the header, a sentence each. */
  public List<String> of(Observed seen, Numbers numbers) {
    List<String> doubts = new ArrayList<>();
    FrameType type = seen.frame().type();
    if (type.showsSky()) {
      if (seen.field().isEmpty() && looksUnexposed(seen.frame(), numbers)) {
        doubts.add(
            seen.frame().name()
                + " looks like a bias, not like a "
                + type.judgedAs().word()
                + " frame: neither stars nor the light of a sky");
      }
      return doubts;
    }
    Seeing.of(seen.survey().sources())
        .filter(seeing -> seeing.stars() >= STARS && seeing.fwhm() >= LEAST_FWHM)
        .ifPresent(seeing -> doubts.add(starry(seen.frame(), seeing)));
    if (type == FrameType.FLAT && looksUnexposed(seen.frame(), numbers)) {
      doubts.add(seen.frame().name() + " looks like a bias, not like a flat: no light reached it");
    }
    return doubts;
  }

  private static String starry(Frame frame, Seeing seeing) {
    return String.format(
        Locale.ROOT,
        "%s is called a %s but shows %d stars, %.1f pixels wide",
        frame.name(),
        frame.type().word(),
        seeing.stars(),
        seeing.fwhm());
  }

  private boolean looksUnexposed(Frame frame, Numbers numbers) {
    double level = numbers.get(Quantity.BACKGROUND);
    double noise = numbers.get(Quantity.NOISE);
    if (frame.hasOverscan()) {
      return Math.abs(level) <= DARK_LEVEL * noise
          && noise <= MOST_OF_OVERSCAN_NOISE * numbers.get(Quantity.OVERSCAN_NOISE);
    }
    OptionalDouble exposure = frame.header().exposureTime();
    if (exposure.isPresent() && exposure.getAsDouble() == 0) {
      return true;
    }
    OptionalDouble gain = frame.header().gain(profile);
    return gain.isPresent()
        && level > 0
        && noise < LEAST_OF_PHOTON_NOISE * Math.sqrt(level / gain.getAsDouble());
  }
}
