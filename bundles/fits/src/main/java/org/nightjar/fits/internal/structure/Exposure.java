package org.nightjar.fits.internal.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.fits.internal.facts.HeaderFacts;
import org.nightjar.fits.internal.header.Hdu;

/** Makes parts of HDUs: each detector with its planes and amplifiers, each table by itself. */
public final class Exposure {
  private static final String NOTES = "notes";

  private final HeaderFacts headers;
  private final List<Hdu> hdus;
  private final Opener opener;
  private final Companions companions;
  private final Map<Integer, String> names = new LinkedHashMap<>();

  /** Opens the pixels or rows of an HDU. */
  @FunctionalInterface
  public interface Opener {
    /** The part of an HDU. */
    Part open(Hdu hdu, PartInfo info) throws NightjarException;
  }

  /** The exposure in these HDUs. */
  public Exposure(HeaderFacts headers, List<Hdu> hdus, Opener opener) throws NightjarException {
    this.headers = headers;
    this.hdus = hdus;
    this.opener = opener;
    this.companions = new Companions(headers.profile().layout().planes(), hdus);
    nameAll();
  }

  private void nameAll() {
    Set<String> taken = new HashSet<>();
    for (Hdu hdu : hdus) {
      if (hdu.type().image() || hdu.type().table()) {
        String own = "hdu" + hdu.index();
        String name = hdu.name().orElse(own);
        if (!taken.add(name)) {
          name = name + "-" + own;
          taken.add(name);
        }
        names.put(hdu.index(), name);
      }
    }
  }

  /** The parts in the order of the file; planes are none. */
  public List<Part> parts() throws NightjarException {
    List<Part> parts = new ArrayList<>();
    for (Hdu hdu : hdus) {
      if (hdu.type().table()) {
        parts.add(opener.open(hdu, info(hdu, parts.size(), facts(hdu))));
      } else if (hdu.type().image() && !companions.attached(hdu)) {
        parts.add(image(hdu, parts.size()));
      }
    }
    return List.copyOf(parts);
  }

  private Part image(Hdu hdu, int index) throws NightjarException {
    Facts facts = facts(hdu);
    List<String> notes = new ArrayList<>();
    companions.note(hdu).ifPresent(notes::add);
    List<Integer> axes = hdu.axes();
    List<Amplifier> amplifiers = List.of();
    if (axes.size() >= 2) {
      AmplifierCards cards =
          new AmplifierCards(headers.profile(), hdu.header(), axes.get(0), axes.get(1));
      amplifiers = cards.all(hdu.name().orElse(""), facts);
      notes.addAll(cards.notes());
    }
    if (!notes.isEmpty()) {
      facts = facts.with(NOTES, notes);
    }
    Map<PlaneRole, ImagePart> planes = new EnumMap<>(PlaneRole.class);
    for (Map.Entry<PlaneRole, Hdu> plane : companions.of(hdu).entrySet()) {
      planes.put(plane.getKey(), plane(plane.getKey(), plane.getValue(), index));
    }
    Part pixels = opener.open(hdu, info(hdu, index, facts));
    return pixels instanceof ImagePart image && !(planes.isEmpty() && amplifiers.isEmpty())
        ? new DetectorImage(image, planes, amplifiers)
        : pixels;
  }

  private ImagePart plane(PlaneRole role, Hdu hdu, int index) throws NightjarException {
    Facts facts = headers.all(hdu);
    if (role == PlaneRole.MASK) {
      var bad = MaskCards.badBits(hdu.header(), headers.profile().mask());
      if (bad.isPresent()) {
        facts = facts.with(FactNames.BAD_BITS, bad.getAsLong());
      }
    }
    return (ImagePart) opener.open(hdu, info(hdu, index, facts));
  }

  private Facts facts(Hdu hdu) {
    return headers.all(hdu, hdus.get(0));
  }

  private PartInfo info(Hdu hdu, int index, Facts facts) {
    return new PartInfo(names.get(hdu.index()), index, facts);
  }
}
