package org.nightjar.fits.internal;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Profiles;
import org.nightjar.configuration.internal.profile.ProfileFile;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.configuration.internal.profile.Recogniser;
import org.nightjar.environment.Folders;

/** The profiles of the distribution; generic is the active one. */
final class ShippedProfiles implements Profiles {
  private final TreeMap<String, Profile> profiles = new TreeMap<>();

  ShippedProfiles() {
    ProfileFolders folders =
        new ProfileFolders(new Folders(Path.of("../.."), Path.of("target/none")));
    folders
        .files()
        .forEach(
            (name, file) ->
                profiles.put(name, ProfileFile.read(name, file, folders).profile().orElseThrow()));
  }

  @Override
  public Profile active() {
    return named("generic");
  }

  @Override
  public Profile of(Facts header) {
    return profiles.values().stream()
        .filter(profile -> Recogniser.recognises(profile, header))
        .findFirst()
        .orElse(active());
  }

  @Override
  public Profile named(String name) {
    return profiles.get(name);
  }

  @Override
  public Set<String> names() {
    return profiles.keySet();
  }
}
