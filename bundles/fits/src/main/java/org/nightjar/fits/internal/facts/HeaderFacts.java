package org.nightjar.fits.internal.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.fits.internal.header.Card;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.Header;

/** Facts from headers, by the keywords of a profile. */
public final class HeaderFacts {
  private static final List<String> INHERITED =
      List.of(
          FactNames.DETECTOR,
          FactNames.GAIN,
          FactNames.READ_NOISE,
          FactNames.SATURATION,
          FactNames.ZERO_POINT);

  private final ProfileChoice choice;
  private final Keywords keywords;

  /** Looks at the keywords of a profile. */
  public HeaderFacts(ProfileChoice choice) {
    this.choice = choice;
    this.keywords = new Keywords(choice.profile());
  }

  /** The profile whose keywords are looked at. */
  public Profile profile() {
    return choice.profile();
  }

  /** The facts of a product that mean the same everywhere; the first HDU that tells one counts. */
  public Facts common(List<Hdu> hdus) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(FactNames.FORMAT, "FITS");
    for (Hdu hdu : hdus) {
      exposure(hdu.header()).forEach(facts::putIfAbsent);
    }
    facts.put(FactNames.PROFILE, profile().name());
    choice.note().ifPresent(note -> facts.put(FactNames.PROFILE_NOTE, note));
    return new Facts(facts);
  }

  /** Everything an extension says; what it leaves to the primary header comes from there. */
  public Facts all(Hdu hdu, Hdu primary) {
    Map<String, Object> facts = new LinkedHashMap<>(all(hdu).values());
    Map<String, Object> shared = detector(primary.header());
    INHERITED.stream()
        .filter(shared::containsKey)
        .forEach(name -> facts.putIfAbsent(name, shared.get(name)));
    return new Facts(facts);
  }

  private Map<String, Object> detector(Header header) {
    Map<String, Object> facts = new LinkedHashMap<>();
    text(facts, header, FactNames.DETECTOR);
    text(facts, header, FactNames.PIXEL_UNIT);
    number(facts, header, FactNames.GAIN);
    number(facts, header, FactNames.READ_NOISE);
    number(facts, header, FactNames.SATURATION);
    ZeroPoint.of(header, keywords.of(FactNames.ZERO_POINT))
        .ifPresent(magnitude -> facts.put(FactNames.ZERO_POINT, magnitude));
    return facts;
  }

  /** Everything one HDU says: facts that mean the same everywhere, then its cards. */
  public Facts all(Hdu hdu) {
    Header header = hdu.header();
    Map<String, Object> facts = new LinkedHashMap<>(exposure(header));
    facts.putAll(detector(header));
    for (Card card : header.cards()) {
      if (card.value() != null) {
        facts.putIfAbsent(card.keyword(), card.value());
      }
    }
    for (String remarks : List.of("HISTORY", "COMMENT")) {
      List<String> texts = header.remarks(remarks);
      if (!texts.isEmpty()) {
        facts.putIfAbsent(remarks, texts);
      }
    }
    SkyFacts.of(hdu).forEach(facts::putIfAbsent);
    return new Facts(facts);
  }

  private Map<String, Object> exposure(Header header) {
    Map<String, Object> facts = new LinkedHashMap<>();
    ObservationTime.of(header, keywords.of(FactNames.OBSERVED))
        .ifPresent(time -> facts.put(FactNames.OBSERVED, time.toString()));
    duration(facts, header);
    for (String name :
        List.of(FactNames.TELESCOPE, FactNames.INSTRUMENT, FactNames.BAND, FactNames.OBJECT)) {
      text(facts, header, name);
    }
    keywords.of(FactNames.FRAME_TYPE).stream()
        .flatMap(keyword -> header.text(keyword).stream())
        .flatMap(word -> FrameType.of(word, profile().layout().frameTypes()).stream())
        .findFirst()
        .ifPresent(type -> facts.put(FactNames.FRAME_TYPE, type));
    position(facts, header);
    number(facts, header, FactNames.AIRMASS);
    return facts;
  }

  private void duration(Map<String, Object> facts, Header header) {
    for (String keyword : keywords.of(FactNames.EXPOSURE_TIME)) {
      OptionalDouble value = header.number(keyword);
      if (value.isPresent()) {
        String comment =
            header.card(keyword).map(Card::comment).orElse("").toLowerCase(Locale.ROOT);
        boolean minutes = comment.contains("minutes") || comment.startsWith("[min]");
        facts.put(FactNames.EXPOSURE_TIME, value.getAsDouble() * (minutes ? 60 : 1));
        return;
      }
    }
  }

  private void position(Map<String, Object> facts, Header header) {
    OptionalDouble equinox = header.number("EQUINOX");
    if (equinox.isPresent() && Math.abs(equinox.getAsDouble() - 2000) > 0.01) {
      return;
    }
    OptionalDouble ra =
        first(header, FactNames.RA)
            .map(card -> SkyAngle.rightAscension(card.value()))
            .orElse(OptionalDouble.empty());
    OptionalDouble dec =
        first(header, FactNames.DEC)
            .map(card -> SkyAngle.declination(card.value()))
            .orElse(OptionalDouble.empty());
    if (ra.isEmpty() || dec.isEmpty()) {
      ra = reference(header, "1", "RA--");
      dec = reference(header, "2", "DEC-");
    }
    if (ra.isPresent() && dec.isPresent()) {
      facts.put(FactNames.RA, ra.getAsDouble());
      facts.put(FactNames.DEC, dec.getAsDouble());
    }
  }

  /** Where the header gives no pointing, the reference point of its WCS stands for it. */
  private static OptionalDouble reference(Header header, String axis, String type) {
    boolean fits = header.text("CTYPE" + axis).filter(t -> t.startsWith(type)).isPresent();
    return fits ? header.number("CRVAL" + axis) : OptionalDouble.empty();
  }

  private void text(Map<String, Object> facts, Header header, String name) {
    keywords.text(header, name).ifPresent(value -> facts.put(name, value));
  }

  private void number(Map<String, Object> facts, Header header, String name) {
    for (String keyword : keywords.of(name)) {
      OptionalDouble value = header.number(keyword);
      if (value.isPresent()) {
        facts.put(name, value.getAsDouble());
        return;
      }
    }
  }

  private Optional<Card> first(Header header, String fact) {
    return keywords.of(fact).stream()
        .flatMap(keyword -> header.card(keyword).stream())
        .filter(card -> !card.value().toString().isBlank())
        .findFirst();
  }
}
