package org.nightjar.dispatch.internal.fake;

import java.util.Map;
import java.util.Set;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.profile.Site;

/** One profile, which can be changed. */
public final class OneProfile implements Profiles {
  private volatile Profile profile = profile(1.0);

  public void setGain(double gain) {
    profile = profile(gain);
  }

  private static Profile profile(double gain) {
    return Profile.of("test", new Site("Greenwich", 0, 51.48, 46), Map.of(), Map.of("gain", gain));
  }

  @Override
  public Profile active() {
    return profile;
  }

  @Override
  public Profile of(Facts header) {
    return profile;
  }

  @Override
  public Profile named(String name) {
    return profile;
  }

  @Override
  public Set<String> names() {
    return Set.of("test");
  }
}
