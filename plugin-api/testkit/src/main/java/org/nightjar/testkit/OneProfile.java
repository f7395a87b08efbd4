package org.nightjar.testkit;

import java.util.Map;
import java.util.Set;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.profile.Site;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Profiles that are always this one, whatever is asked for.
 *
 * @param active the one
 */
@ProviderType
public record OneProfile(Profile active) implements Profiles {
  /** A profile named {@code generic} that knows nothing. */
  public static OneProfile generic() {
    return new OneProfile(Profile.of("generic", new Site("nowhere", 0, 0, 0), Map.of(), Map.of()));
  }

  @Override
  public Profile of(Facts header) {
    return active;
  }

  @Override
  public Profile named(String name) {
    return active;
  }

  @Override
  public Set<String> names() {
    return Set.of(active.name());
  }
}
