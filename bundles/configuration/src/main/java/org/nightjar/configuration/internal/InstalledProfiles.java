package org.nightjar.configuration.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Profiles;
import org.nightjar.environment.Folders;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The profiles on disk. The active one is read once; the others whenever they are asked for. */
@Component(configurationPid = Observatory.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Observatory.class)
public final class InstalledProfiles implements Profiles {
  private final ProfileFolders folders;
  private final Profile active;

  /**
   * Made by the component runtime.
   *
   * @throws NightjarException if the profile that the operator names cannot be used
   */
  @Activate
  public InstalledProfiles(@Reference Folders folders, Observatory observatory)
      throws NightjarException {
    this.folders = new ProfileFolders(folders);
    this.active = named(observatory.profile());
  }

  @Override
  public Profile active() {
    return active;
  }

  @Override
  public Profile of(Facts header) {
    return active;
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
    ProblemList problems = new ProblemList(file);
    Profile profile = ProfileFile.read(name, file, problems).orElse(null);
    if (profile == null) {
      List<Problem> all = problems.inOrder();
      throw new NightjarException(all.get(0));
    }
    return profile;
  }

  @Override
  public Set<String> names() {
    return folders.names();
  }
}
