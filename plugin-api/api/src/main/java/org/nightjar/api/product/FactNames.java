package org.nightjar.api.product;

/**
 * Names of facts that mean the same whichever reader found them. Absent when the product does not
 * say.
 */
public final class FactNames {
  /** Start of the observation or moment of the detection: UTC, ISO-8601 with a {@code Z}. */
  public static final String OBSERVED = "observed";

  /** Exposure time, seconds. */
  public static final String EXPOSURE_TIME = "exposureTime";

  /** Name of the telescope. */
  public static final String TELESCOPE = "telescope";

  /** Name of the instrument. */
  public static final String INSTRUMENT = "instrument";

  /** Filter or band, in the observatory's own words. */
  public static final String BAND = "band";

  /** What the observer pointed at, or the object's name in an alert. */
  public static final String OBJECT = "object";

  /** Right ascension, ICRS degrees in [0, 360). */
  public static final String RA = "ra";

  /** Declination, ICRS degrees in [-90, 90]. */
  public static final String DEC = "dec";

  /** Frame type: {@code science}, {@code bias}, {@code flat}, {@code dark}, {@code focus}. */
  public static final String FRAME_TYPE = "frameType";

  /** Format and version of the product, such as {@code ztf 3.3} or {@code FITS}. */
  public static final String FORMAT = "format";

  /** Detector of a part, in the observatory's own words. */
  public static final String DETECTOR = "detector";

  /** Gain of a part, electrons per unit of the pixels. */
  public static final String GAIN = "gain";

  /** Level at which pixels of a part saturate, in the unit of the pixels. */
  public static final String SATURATION = "saturation";

  /** Unit of the pixels of a part, such as {@code adu}. */
  public static final String PIXEL_UNIT = "pixelUnit";

  /** Noise of reading a part, electrons. */
  public static final String READ_NOISE = "readNoise";

  /** Magnitude of a source that gives one unit of the pixels in the whole exposure. */
  public static final String ZERO_POINT = "zeroPoint";

  /** Airmass. */
  public static final String AIRMASS = "airmass";

  /** Name of the profile by which the product was read. */
  public static final String PROFILE = "profile";

  /** Survey that sent an alert, lower case, such as {@code ztf}. */
  public static final String SURVEY = "survey";

  /** Version of an alert's schema, such as {@code 4.02}. */
  public static final String SCHEMA_VERSION = "schemaVersion";

  /** Number of an alert as text: some surveys have letters in it. */
  public static final String ALERT_ID = "alertId";

  /** Number of an alert's detection as text. */
  public static final String CANDIDATE_ID = "candidateId";

  /** Whether an alert's source is brighter than in the template: a flag. */
  public static final String POSITIVE = "positive";

  /** Magnitude of an alert's detection in the difference image, of the flux's size. */
  public static final String MAGNITUDE = "magnitude";

  /** One standard deviation of {@link #MAGNITUDE}. */
  public static final String MAGNITUDE_ERROR = "magnitudeError";

  /**
   * Flux of an alert's detection in the difference image, in {@link #FLUX_UNIT} if that is known.
   */
  public static final String FLUX = "flux";

  /** One standard deviation of {@link #FLUX}. */
  public static final String FLUX_ERROR = "fluxError";

  /** Unit of {@link #FLUX}, such as {@code nJy}. */
  public static final String FLUX_UNIT = "fluxUnit";

  /** Magnitude that would just have been detected. */
  public static final String LIMITING_MAGNITUDE = "limitingMagnitude";

  /** Side of a square of the area of the pixel in the middle of a part, arcseconds. */
  public static final String PIXEL_SCALE = "pixelScale";

  /** Right ascension of the middle of a part, ICRS degrees in [0, 360). */
  public static final String CENTRE_RA = "centreRa";

  /** Declination of the middle of a part, ICRS degrees in [-90, 90]. */
  public static final String CENTRE_DEC = "centreDec";

  /**
   * Outer corners of a part on the sky, a list of pairs (ra, dec) in ICRS degrees: pixels (left,
   * low), (right, low), (right, high), (left, high).
   */
  public static final String FOOTPRINT = "footprint";

  /** Why a part that claims to be on the sky has no position: what its header gets wrong. */
  public static final String WCS_PROBLEM = "wcsProblem";

  /**
   * Why the profile is not that of the instrument: absent if it is. One sentence for people, such
   * as "instrument 'X' is not known to any profile: read by generic".
   */
  public static final String PROFILE_NOTE = "profileNote";

  /**
   * Bits that make a pixel unusable, of a mask that says itself which bit means what; such a mask's
   * own bits count instead of those of the profile.
   */
  public static final String BAD_BITS = "badBits";

  private FactNames() {}
}
