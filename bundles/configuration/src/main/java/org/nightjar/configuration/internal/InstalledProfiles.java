package org.nightjar.configuration.internal;

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
import org.nightjar.api.profile.Profiles;
import org.nightjar.configuration.internal.profile.ProfileFile;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.configuration.internal.profile.Recogniser;
import org.nightjar.environment.Folders;
import org.nightjar.environment.LaunchOptions;
import org.nightjar.yaml.Suggestion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles on disk, each read once: until one of them is written and the configuration is
 * reloaded, everybody gets the same object.
 */
@Component(configurationPid = Observatory.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Observatory.class)
public final class InstalledProfiles implements Profiles {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledProfiles.class);

  private final ProfileFolders folders;
  private final ConcurrentMap<String, ProfileFile.Read> read = new ConcurrentHashMap<>();
  private final Profile active;
  private final boolean forced;
  private final List<Profile> others;

  /**
   * Made by the component runtime.
   *
   * @throws NightjarException if the profile that the operator names cannot be used
   */
  @Activate
  public InstalledProfiles(
      @Reference Folders folders, @Reference LaunchOptions options, Observatory observatory)
      throws NightjarException {
    this.folders = new ProfileFolders(folders);
    this.active = named(observatory.profile());
    this.forced = options.option("profile").isPresent();
    this.others =
        this.folders.names().stream()
            .filter(name -> !name.equals(active.name()))
            .flatMap(name -> usable(name).stream())
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

  @Override
  public Profile active() {
    return active;
  }

  @Override
  public Profile of(Facts header) {
    if (forced) {
      return active;
    }
    Optional<String> name = header.text(FactNames.PROFILE);
    if (name.isPresent()) {
      Optional<Profile> known = known(name.get());
      if (known.isPresent()) {
        return known.get();
      }
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

  @Override
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

  @Override
  public Set<String> names() {
    return folders.names();
  }
}
