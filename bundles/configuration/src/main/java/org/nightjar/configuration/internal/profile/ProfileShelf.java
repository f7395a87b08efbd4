package org.nightjar.configuration.internal.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.yaml.Suggestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The profiles as they stood on disk at one moment, each read once. */
public final class ProfileShelf {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileShelf.class);

  private final ProfileFolders folders;
  private final ConcurrentMap<String, ProfileFile.Read> read = new ConcurrentHashMap<>();
  private final Profile active;
  private final boolean forced;
  private final List<Profile> others;

  /**
   * Reads all profiles.
   *
   * @param name the one in use
   * @param forced whether it is used whatever a header says
   * @throws NightjarException if the one in use is not there or wrong; others are left out
   */
  public ProfileShelf(ProfileFolders folders, String name, boolean forced)
      throws NightjarException {
    this.folders = folders;
    this.active = named(name);
    this.forced = forced;
    this.others =
        folders.names().stream()
            .filter(other -> !other.equals(name))
            .flatMap(other -> usable(other).stream())
            .toList();
  }

  /** One observatory's broken profile is no reason to lose another's products. */
  private Optional<Profile> usable(String name) {
    try {
      return Optional.of(named(name));
    } catch (NightjarException e) {
      LOG.warn("Profile {} is left out: {}", name, e.problem());
      return Optional.empty();
    }
  }

  /** The one in use. */
  public Profile active() {
    return active;
  }

  /** The one by which a product is to be read. */
  public Profile of(Facts header) {
    if (forced) {
      return active;
    }
    Optional<Profile> named = header.text(FactNames.PROFILE).flatMap(this::known);
    if (named.isPresent()) {
      return named.get();
    }
    if (Recogniser.recognises(active, header)) {
      return active;
    }
    for (Profile other : others) {
      if (Recogniser.recognises(other, header)) {
        return other;
      }
    }
    return active.recognise().isEmpty() ? active : known(ProfileFile.GENERIC).orElse(active);
  }

  private Optional<Profile> known(String name) {
    return active.name().equals(name)
        ? Optional.of(active)
        : others.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /**
   * The one of this name.
   *
   * @throws NightjarException NOT_FOUND if there is none; BAD_CONFIGURATION if it is wrong
   */
  public Profile named(String name) throws NightjarException {
    Path file =
        folders
            .file(name)
            .orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.NOT_FOUND,
                        "there is no profile '" + name + "'",
                        "",
                        Suggestion.remedy(name, names())));
    ProfileFile.Read found =
        read.computeIfAbsent(name, any -> ProfileFile.read(name, file, folders));
    if (found.profile().isEmpty()) {
      throw new NightjarException(found.problems().get(0));
    }
    return found.profile().get();
  }

  /** Names of all that are on disk now. */
  public Set<String> names() {
    return folders.names();
  }
}
