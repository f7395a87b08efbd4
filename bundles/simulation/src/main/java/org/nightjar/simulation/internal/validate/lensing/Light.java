package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.rendering.light.CoreSersic;
import org.nightjar.rendering.light.Ellipse;
import org.nightjar.rendering.light.GaussianLight;
import org.nightjar.rendering.light.LightProfile;
import org.nightjar.rendering.light.Sersic;

/** Light profiles as cases describe them: by the names of their parameters. */
final class Light {
  private static final Set<String> PLACE = Set.of("e1", "e2", "center_x", "center_y");

  /** What the peer takes where the sharpness of a break is not given. */
  private static final double SHARPNESS = 3;

  private Light() {}

  /** Profiles; empty if one is not known. */
  static Optional<List<LightProfile>> profiles(JsonNode all) {
    if (!all.isArray()) {
      return Optional.empty();
    }
    List<LightProfile> profiles = new ArrayList<>();
    for (JsonNode each : all) {
      Optional<LightProfile> profile = Inputs.parameters(each).flatMap(Light::profile);
      if (profile.isEmpty()) {
        return Optional.empty();
      }
      profiles.add(profile.get());
    }
    return Optional.of(profiles);
  }

  private static Optional<LightProfile> profile(Map<String, Double> p) {
    if (consistsOf(p, Set.of("amp", "R_sersic", "n_sersic"), Set.of())) {
      return Optional.of(Sersic.of(ellipse(p), p.get("R_sersic"), p.get("n_sersic"), p.get("amp")));
    }
    if (consistsOf(p, Set.of("amp", "R_sersic", "n_sersic", "Rb", "gamma"), Set.of("alpha"))) {
      return Optional.of(
          new CoreSersic(
              ellipse(p),
              p.get("R_sersic"),
              p.get("n_sersic"),
              p.get("amp"),
              p.get("Rb"),
              p.get("gamma"),
              p.getOrDefault("alpha", SHARPNESS)));
    }
    if (consistsOf(p, Set.of("amp", "sigma"), Set.of())) {
      return Optional.of(new GaussianLight(ellipse(p), p.get("sigma"), p.get("amp")));
    }
    return Optional.empty();
  }

  private static boolean consistsOf(
      Map<String, Double> parameters, Set<String> needed, Set<String> allowed) {
    return parameters.keySet().containsAll(needed)
        && parameters.keySet().stream()
            .allMatch(k -> needed.contains(k) || allowed.contains(k) || PLACE.contains(k));
  }

  private static Ellipse ellipse(Map<String, Double> p) {
    return Ellipse.ofEllipticity(
        p.getOrDefault("center_x", 0.0),
        p.getOrDefault("center_y", 0.0),
        p.getOrDefault("e1", 0.0),
        p.getOrDefault("e2", 0.0));
  }
}
