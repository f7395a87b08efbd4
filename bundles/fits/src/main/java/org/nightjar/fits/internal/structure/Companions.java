package org.nightjar.fits.internal.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.profile.Wildcard;
import org.nightjar.fits.internal.header.Hdu;

/**
 * Which images of a file say something of the pixels of another one: by the names of extensions
 * ({@code S29} and {@code S29_DQ}), by EXTVER, or by their order ({@code SCI, MSK, WGT}).
 */
public final class Companions {
  private static final String IMAGE = "{name}";

  private final Map<PlaneRole, List<String>> patterns;
  private final Map<String, Hdu> byName = new HashMap<>();
  private final NavigableMap<Integer, Hdu> bases = new TreeMap<>();
  private final Map<Long, List<Hdu>> byVersion = new HashMap<>();
  private final Map<PlaneRole, List<Hdu>> unnamed = new EnumMap<>(PlaneRole.class);
  private final Map<Integer, Map<PlaneRole, Hdu>> planes = new HashMap<>();
  private final Set<Integer> attached = new HashSet<>();
  private final Map<Integer, String> notes = new HashMap<>();

  /**
   * @param hdu what may be a plane
   * @param role of which sort
   * @param named the image whose name is in its own
   */
  private record Candidate(Hdu hdu, PlaneRole role, Optional<Hdu> named) {}

  /**
   * Sorts the images of a file.
   *
   * @param patterns how planes are named
   */
  public Companions(Map<PlaneRole, List<String>> patterns, List<Hdu> hdus)
      throws NightjarException {
    this.patterns = patterns;
    List<Hdu> images = hdus.stream().filter(hdu -> hdu.type().image()).toList();
    for (Hdu hdu : images) {
      hdu.name().ifPresent(name -> byName.putIfAbsent(name.toLowerCase(Locale.ROOT), hdu));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Hdu hdu : images) {
      candidate(hdu).ifPresentOrElse(candidates::add, () -> base(hdu));
    }
    for (Candidate each : candidates) {
      if (each.named().isEmpty()) {
        unnamed.computeIfAbsent(each.role(), any -> new ArrayList<>()).add(each.hdu());
      }
    }
    for (Candidate candidate : candidates) {
      attach(candidate);
    }
  }

  private void base(Hdu image) {
    bases.put(image.index(), image);
    version(image)
        .ifPresent(v -> byVersion.computeIfAbsent(v, any -> new ArrayList<>()).add(image));
  }

  /** The planes of an image. */
  public Map<PlaneRole, Hdu> of(Hdu image) {
    return planes.getOrDefault(image.index(), Map.of());
  }

  /** Whether an HDU is the plane of an image. */
  public boolean attached(Hdu hdu) {
    return attached.contains(hdu.index());
  }

  /** Why something that is named like a plane is none. */
  public Optional<String> note(Hdu hdu) {
    return Optional.ofNullable(notes.get(hdu.index()));
  }

  private Optional<Candidate> candidate(Hdu hdu) {
    Optional<String> name = hdu.name();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (Map.Entry<PlaneRole, List<String>> role : patterns.entrySet()) {
      for (String pattern : role.getValue()) {
        if (pattern.contains(IMAGE)) {
          Optional<Hdu> base = named(pattern, name.get()).filter(image -> image != hdu);
          if (base.isPresent()) {
            return Optional.of(new Candidate(hdu, role.getKey(), base));
          }
        } else if (Wildcard.matches(pattern, name.get())) {
          return Optional.of(new Candidate(hdu, role.getKey(), Optional.empty()));
        }
      }
    }
    return Optional.empty();
  }

  /** The image whose name stands in the place of {@code {name}}. */
  private Optional<Hdu> named(String pattern, String name) {
    String given = name.toLowerCase(Locale.ROOT);
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String before = wanted.substring(0, wanted.indexOf(IMAGE));
    String after = wanted.substring(before.length() + IMAGE.length());
    return given.length() > before.length() + after.length()
            && given.startsWith(before)
            && given.endsWith(after)
        ? Optional.ofNullable(
            byName.get(given.substring(before.length(), given.length() - after.length())))
        : Optional.empty();
  }

  private void attach(Candidate candidate) throws NightjarException {
    Optional<Hdu> base =
        candidate
            .named()
            .filter(image -> bases.containsKey(image.index()))
            .or(() -> neighbour(candidate));
    int index = candidate.hdu().index();
    if (base.isEmpty()) {
      notes.put(index, "named like a plane of an image, but there is no image that it belongs to");
      return;
    }
    Map<PlaneRole, Hdu> own =
        planes.computeIfAbsent(base.get().index(), any -> new EnumMap<>(PlaneRole.class));
    if (own.containsKey(candidate.role())) {
      notes.put(index, "HDU " + base.get().index() + " has such a plane already");
    } else if (candidate.role() != PlaneRole.PSF
        && !size(candidate.hdu()).equals(size(base.get()))) {
      notes.put(
          index,
          "a plane of HDU %d by its name, but of size %s instead of %s"
              .formatted(base.get().index(), size(candidate.hdu()), size(base.get())));
    } else {
      own.put(candidate.role(), candidate.hdu());
      attached.add(index);
    }
  }

  private static List<Integer> size(Hdu hdu) throws NightjarException {
    List<Integer> axes = hdu.axes();
    return axes.subList(0, Math.min(2, axes.size()));
  }

  /** The image of the same EXTVER, or the one at the same place among its like, or before. */
  private Optional<Hdu> neighbour(Candidate candidate) {
    Optional<List<Hdu>> same = version(candidate.hdu()).map(byVersion::get);
    if (same.isPresent() && same.get().size() == 1) {
      return Optional.of(same.get().get(0));
    }
    List<Hdu> like = unnamed.getOrDefault(candidate.role(), List.of());
    if (like.size() == bases.size()) {
      return bases.values().stream().skip(like.indexOf(candidate.hdu())).findFirst();
    }
    return Optional.ofNullable(bases.lowerEntry(candidate.hdu().index())).map(Map.Entry::getValue);
  }

  private static Optional<Long> version(Hdu hdu) {
    OptionalLong version = hdu.header().integer("EXTVER");
    return version.isPresent() ? Optional.of(version.getAsLong()) : Optional.empty();
  }
}
