package org.nightjar.imaging.internal;

import java.util.List;
import java.util.Map;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Layout;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Site;
import org.nightjar.api.profile.Threshold;

/** Profiles of an observatory that does not exist. */
final class Profiles {

  private static final Site SITE = new Site("nowhere", 0, 0, 0);

  private Profiles() {}

  static Profile badBits(long bad) {
    return profile(new MaskBits(MaskBits.OWN.bits(), MaskBits.OWN.names(), bad), Map.of());
  }

  static Profile absolute(String name, Threshold.Sense sense, double warning, double alarm) {
    return profile(
        MaskBits.OWN,
        Map.of(
            name,
            List.of(
                new Threshold(
                    sense, new Threshold.Limits(warning, alarm), Threshold.Limits.NONE))));
  }

  static Profile relative(String name, Threshold.Sense sense, double warning, double alarm) {
    return profile(
        MaskBits.OWN,
        Map.of(
            name,
            List.of(
                new Threshold(
                    sense, Threshold.Limits.NONE, new Threshold.Limits(warning, alarm)))));
  }

  private static Profile profile(MaskBits bits, Map<String, List<Threshold>> thresholds) {
    return new Profile(
        "test", SITE, Map.of(), Map.of(), Map.of(), Layout.UNKNOWN, bits, thresholds, Facts.NONE);
  }
}
