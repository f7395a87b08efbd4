package org.nightjar.fits.internal.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Region;
import org.nightjar.api.profile.Profile;
import org.nightjar.fits.internal.header.Header;

/** Finds the amplifiers of a detector in the cards of its header. */
final class AmplifierCards {
  private static final int LONGEST_KEYWORD = 8;

  private final Profile profile;
  private final Header header;
  private final int width;
  private final int height;
  private final List<String> notes = new ArrayList<>();

  AmplifierCards(Profile profile, Header header, int width, int height) {
    this.profile = profile;
    this.header = header;
    this.width = width;
    this.height = height;
  }

  /** What could not be made use of, once the amplifiers have been asked for. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * The amplifiers: those of the profile, or the one that has the whole detector.
   *
   * @param name what to call the one
   * @param facts gain, read noise and saturation of the one
   */
  List<Amplifier> all(String name, Facts facts) {
    List<Amplifier> found = new ArrayList<>();
    for (String suffix : profile.layout().sections().amplifiers()) {
      section(profile.layout().sections().data(), suffix)
          .ifPresent(
              data ->
                  found.add(
                      new Amplifier(
                          suffix,
                          data,
                          section(profile.layout().sections().overscan(), suffix),
                          number(FactNames.GAIN, suffix),
                          number(FactNames.READ_NOISE, suffix),
                          number(FactNames.SATURATION, suffix))));
    }
    if (found.isEmpty() && notes.isEmpty()) {
      section(profile.layout().sections().data(), "")
          .ifPresent(
              data ->
                  found.add(
                      new Amplifier(
                          name,
                          data,
                          section(profile.layout().sections().overscan(), ""),
                          facts.number(FactNames.GAIN),
                          facts.number(FactNames.READ_NOISE),
                          facts.number(FactNames.SATURATION))));
    }
    return List.copyOf(found);
  }

  private Optional<Region> section(List<String> keywords, String suffix) {
    for (String keyword : keywords) {
      String full = keyword(keyword, suffix);
      Optional<String> text = header.text(full).filter(each -> !SectionText.none(each));
      if (text.isPresent()) {
        Optional<Region> region = SectionText.parse(text.get());
        if (region.isEmpty()) {
          notes.add(full + " is '" + text.get() + "', not a section such as [1:2048,1:4096]");
        } else if (region.get().x1() > width || region.get().y1() > height) {
          notes.add(
              "%s is '%s', outside the image of %d x %d"
                  .formatted(full, text.get(), width, height));
        } else {
          return region;
        }
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private OptionalDouble number(String fact, String suffix) {
    return profile.keywords().getOrDefault(fact, List.of()).stream()
        .map(keyword -> header.number(keyword(keyword, suffix)))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /** Keywords have eight letters: the amplifier takes the place of the last ones. */
  private static String keyword(String keyword, String suffix) {
    int room = LONGEST_KEYWORD - suffix.length();
    return (keyword.length() > room ? keyword.substring(0, room) : keyword) + suffix;
  }
}
