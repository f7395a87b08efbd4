package org.nightjar.configuration.internal;

import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Profiles;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.configuration.internal.profile.ProfileShelf;
import org.nightjar.environment.Folders;
import org.nightjar.environment.LaunchOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles on disk. Until the configuration is reloaded everybody gets the same objects; then
 * all are read anew, and nobody who uses this service has to be restarted.
 */
@Component(configurationPid = Observatory.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Observatory.class)
public final class InstalledProfiles implements Profiles {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledProfiles.class);

  private final ProfileFolders folders;
  private final boolean forced;
  private volatile ProfileShelf shelf;

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
    this.forced = options.option("profile").isPresent();
    this.shelf = new ProfileShelf(this.folders, observatory.profile(), forced);
  }

  @Modified
  void modified(Observatory observatory) {
    try {
      shelf = new ProfileShelf(folders, observatory.profile(), forced);
    } catch (NightjarException e) {
      LOG.error("The profiles stay as they were: {}", e.problem());
    }
  }

  @Override
  public Profile active() {
    return shelf.active();
  }

  @Override
  public Profile of(Facts header) {
    return shelf.of(header);
  }

  @Override
  public Profile named(String name) throws NightjarException {
    return shelf.named(name);
  }

  @Override
  public Set<String> names() {
    return shelf.names();
  }
}
