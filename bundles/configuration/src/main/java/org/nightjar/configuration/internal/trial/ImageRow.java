package org.nightjar.configuration.internal.trial;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Region;

/**
 * How an image is laid out.
 *
 * @param part name of the part
 * @param detector name of its detector
 * @param width columns
 * @param height rows
 * @param planes companion planes, in small letters
 * @param amplifiers its amplifiers
 * @param notes what the reader could not make use of
 */
record ImageRow(
    String part,
    String detector,
    int width,
    int height,
    List<String> planes,
    List<Amplifier> amplifiers,
    List<String> notes) {

  static ImageRow of(ImagePart image) {
    return new ImageRow(
        image.info().name(),
        image.info().facts().text(FactNames.DETECTOR).orElse(""),
        image.width(),
        image.height(),
        Stream.of(PlaneRole.values())
            .filter(role -> image.plane(role).isPresent())
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .toList(),
        image.amplifiers(),
        image.info().facts().list("notes").stream().map(String::valueOf).toList());
  }

  List<String> amplifierTexts() {
    return amplifiers.stream()
        .map(
            each ->
                (each.name().isEmpty() ? "" : each.name() + " ")
                    + section(each.data())
                    + each.overscan().map(region -> " overscan " + section(region)).orElse(""))
        .toList();
  }

  /** As headers write it: one-based, both ends included. */
  private static String section(Region region) {
    return "[%d:%d,%d:%d]".formatted(region.x0() + 1, region.x1(), region.y0() + 1, region.y1());
  }
}
