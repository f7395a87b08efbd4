package org.nightjar.itests.swap.driver;

import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.profile.Site;

/** Greenwich. */
final class OneProfile implements Profiles {
  private final Profile profile =
      new Profile("test", new Site("Greenwich", 0, 51.48, 46), Map.of(), Map.of(), Facts.NONE);

  @Override
  public Profile active() {
    return profile;
  }

  @Override
  public Profile named(String name) throws NightjarException {
    if (name.equals(profile.name())) {
      return profile;
    }
    throw NightjarException.of(StandardError.NOT_FOUND, "no such profile", name, "");
  }

  @Override
  public Set<String> names() {
    return Set.of(profile.name());
  }
}
