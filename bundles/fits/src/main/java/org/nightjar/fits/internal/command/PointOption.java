package org.nightjar.fits.internal.command;

import java.util.OptionalDouble;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.facts.SkyAngle;
import org.nightjar.sky.wcs.PixelPoint;
import org.nightjar.sky.wcs.SkyPoint;

/** Two numbers as typed, with a comma between them. */
final class PointOption {
  private PointOption() {}

  static PixelPoint pixel(String text) throws NightjarException {
    String[] words = words("--pixel", text, "X,Y, zero-based, such as 100,200.5");
    try {
      PixelPoint pixel = new PixelPoint(number(words[0]), number(words[1]));
      if (Double.isFinite(pixel.x()) && Double.isFinite(pixel.y())) {
        return pixel;
      }
      throw wrong("--pixel", text, "finite numbers", null);
    } catch (NumberFormatException e) {
      throw wrong("--pixel", text, "X,Y, zero-based, such as 100,200.5", e);
    }
  }

  static SkyPoint sky(String text) throws NightjarException {
    String form = "RA,DEC, such as 250.4,36.46 or 16:41:41.5,+36:27:37";
    String[] words = words("--sky", text, form);
    OptionalDouble ra = SkyAngle.rightAscension(words[0].strip());
    OptionalDouble dec = SkyAngle.declination(words[1].strip());
    if (ra.isEmpty() || dec.isEmpty()) {
      throw wrong("--sky", text, form, null);
    }
    return new SkyPoint(ra.getAsDouble(), dec.getAsDouble());
  }

  private static double number(String word) {
    return Double.parseDouble(word.strip());
  }

  private static String[] words(String option, String text, String form) throws NightjarException {
    String[] words = text.split(",", -1);
    if (words.length != 2) {
      throw wrong(option, text, form, null);
    }
    return words;
  }

  private static NightjarException wrong(
      String option, String text, String form, NumberFormatException cause) {
    return new NightjarException(
        Problem.of(StandardError.BAD_ARGUMENT, option + " is '" + text + "'", "", "Write " + form),
        cause);
  }
}
