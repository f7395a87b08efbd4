package org.nightjar.fits.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.facts.SkyFacts;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.sky.wcs.LocalScale;
import org.nightjar.sky.wcs.PixelPoint;
import org.nightjar.sky.wcs.SkyPoint;
import org.nightjar.sky.wcs.Wcs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fits sky}: where pixels are on the sky. */
@Component(service = Command.class)
public final class FitsSky implements Command {
  private final FitsOpener opener;

  /** Opens files with this. */
  @Activate
  public FitsSky(@Reference FitsOpener opener) {
    this.opener = opener;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "fits sky",
        "say where an image or a pixel is on the sky",
        "FILE",
        1,
        1,
        List.of(
            HduOption.HDU,
            OptionSpec.value("pixel", "X,Y", "pixel; the centre of the first is 0,0"),
            OptionSpec.value("sky", "RA,DEC", "ICRS position, degrees or sexagesimal")),
        "Says where the image is, or where one pixel is (--pixel), or which pixel is there (--sky)."
            + " Positions are ICRS degrees. Without --hdu the first image is taken.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    if (call.option("pixel").isPresent() && call.option("sky").isPresent()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT, "--pixel and --sky exclude each other", "", "Give one");
    }
    try (FitsFile file = HduOption.open(opener, call, hdu -> {})) {
      Hdu hdu = HduOption.imageHdu(file, HduOption.hdu(call));
      Map<String, Object> answer = answer(call, wcs(hdu), hdu.axes());
      if (call.json()) {
        call.out().println(JsonLine.of(answer));
      } else {
        answer.forEach((name, value) -> call.out().println(line(name, value)));
      }
    }
    return OK;
  }

  private static Wcs wcs(Hdu hdu) throws NightjarException {
    if (!hdu.type().image()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "HDU " + hdu.index() + " holds no image (" + hdu.type().word() + ")",
          hdu.header().place(),
          "'nightjar fits info' lists what the file holds");
    }
    return SkyFacts.wcs(hdu)
        .orElseThrow(
            () ->
                NightjarException.of(
                    StandardError.NOT_FOUND,
                    "no world coordinates of the sky: no CTYPE such as RA---TAN",
                    hdu.header().place(),
                    "'nightjar fits header' shows the cards"));
  }

  private static Map<String, Object> answer(CommandCall call, Wcs wcs, List<Integer> axes)
      throws NightjarException {
    if (call.option("pixel").isPresent()) {
      PixelPoint pixel = PointOption.pixel(call.option("pixel").get());
      return pixel(pixel, wcs.toSky(pixel.x(), pixel.y()), wcs);
    }
    if (call.option("sky").isPresent()) {
      SkyPoint sky = PointOption.sky(call.option("sky").get());
      return pixel(wcs.toPixel(sky.ra(), sky.dec()), sky, wcs);
    }
    if (axes.size() < 2 || axes.get(0) == 0 || axes.get(1) == 0) {
      throw NightjarException.of(
          StandardError.NOT_FOUND, "the HDU holds no image", "", "Choose another with --hdu");
    }
    return image(wcs, axes.get(0), axes.get(1));
  }

  private static Map<String, Object> image(Wcs wcs, int width, int height) {
    double x = (width - 1) / 2.0;
    double y = (height - 1) / 2.0;
    Map<String, Object> answer = pixel(new PixelPoint(x, y), wcs.toSky(x, y), wcs);
    answer.put(
        "footprint",
        wcs.footprint(width, height, 1).stream().map(p -> List.of(p.ra(), p.dec())).toList());
    return answer;
  }

  private static Map<String, Object> pixel(PixelPoint pixel, SkyPoint sky, Wcs wcs) {
    LocalScale scale = wcs.scaleAt(pixel.x(), pixel.y());
    boolean known = Double.isFinite(scale.scale());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("x", orNull(pixel.x()));
    answer.put("y", orNull(pixel.y()));
    answer.put("ra", orNull(sky.ra()));
    answer.put("dec", orNull(sky.dec()));
    answer.put("pixelScale", orNull(scale.scale()));
    answer.put("positionAngle", orNull(scale.positionAngle()));
    answer.put("eastLeft", known ? scale.eastLeft() : null);
    answer.put("pixelArea", orNull(scale.area()));
    return answer;
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String line(String name, Object value) {
    String unit =
        switch (name) {
          case "ra", "dec", "positionAngle" -> " deg";
          case "pixelScale" -> " arcsec";
          case "pixelArea" -> " sr";
          default -> "";
        };
    return value == null
        ? "%-14s nowhere".formatted(name)
        : "%-14s %s%s".formatted(name, shown(name, value), unit);
  }

  private static String shown(String name, Object value) {
    return switch (name) {
      case "x", "y", "ra", "dec" -> String.format(Locale.ROOT, "%.9f", (Double) value);
      case "pixelScale", "positionAngle" -> String.format(Locale.ROOT, "%.6f", (Double) value);
      case "pixelArea" -> String.format(Locale.ROOT, "%.6e", (Double) value);
      default -> value.toString();
    };
  }
}
