package org.nightjar.imaging.internal.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Region;
import org.nightjar.image.Overscan;
import org.nightjar.image.PixelRows;
import org.nightjar.image.Section;

/** Reads the amplifiers of an image and measures their overscans. Absurd ones are left out. */
final class Channels {

  /** No detector has more; a header that says so lies. */
  private static final int MOST = 256;

  private Channels() {}

  /**
   * The amplifiers of an image.
   *
   * @param raw its pixels as they came
   * @param saturation level of amplifiers that have none of their own
   * @param notes takes what could not be used, in words
   */
  static List<Channel> of(
      ImagePart image, PixelRows raw, double saturation, Consumer<String> notes) {
    List<Amplifier> told = image.amplifiers();
    if (told.size() > MOST) {
      notes.accept(image.info().name() + " names " + told.size() + " amplifiers: not used");
      return List.of();
    }
    List<Channel> channels = new ArrayList<>();
    for (Amplifier amplifier : told) {
      Optional<Section> data = within(amplifier.data(), raw);
      if (data.isEmpty()) {
        notes.accept(
            "the data section of amplifier %s of %s lies outside its %d x %d pixels: not used"
                .formatted(amplifier.name(), image.info().name(), raw.width(), raw.height()));
        continue;
      }
      Optional<Overscan> overscan =
          amplifier
              .overscan()
              .flatMap(region -> within(region, raw))
              .map(section -> Overscan.measure(raw, section))
              .filter(seen -> Double.isFinite(seen.level()));
      if (amplifier.overscan().isPresent() && overscan.isEmpty()) {
        notes.accept(
            "the overscan of amplifier %s of %s cannot be measured"
                .formatted(amplifier.name(), image.info().name()));
      }
      channels.add(
          new Channel(
              amplifier, data.get(), overscan, positive(amplifier.saturation(), saturation)));
    }
    return List.copyOf(channels);
  }

  private static double positive(OptionalDouble value, double otherwise) {
    return value.isPresent() && value.getAsDouble() > 0 ? value.getAsDouble() : otherwise;
  }

  private static Optional<Section> within(Region region, PixelRows image) {
    boolean sound =
        region.plane() == 0
            && region.size() > 0
            && region.x1() <= image.width()
            && region.y1() <= image.height();
    return sound
        ? Optional.of(new Section(region.x0(), region.y0(), region.x1(), region.y1()))
        : Optional.empty();
  }
}
