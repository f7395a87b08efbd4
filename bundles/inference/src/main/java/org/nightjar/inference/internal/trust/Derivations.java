package org.nightjar.inference.internal.trust;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/**
 * The outputs that the platform computes from a network's own, in order: calibrated probabilities,
 * sets of classes, distances from the training data. Immutable, for any number of threads.
 */
public final class Derivations {
  /** None. */
  public static final Derivations NONE = new Derivations(List.of());

  private final List<Derivation> list;

  /** These, in this order. */
  public Derivations(List<Derivation> list) {
    this.list = List.copyOf(list);
  }

  /** Their names, in order. */
  public List<String> names() {
    return list.stream().map(Derivation::name).toList();
  }

  /**
   * The files that their numbers were read from, each once, in the order of the manifest. What is
   * in them changes the answers, so the checksum of a package covers them.
   */
  public List<Path> files() {
    return list.stream().flatMap(each -> each.files().stream()).distinct().toList();
  }

  /**
   * What they are for a network with these outputs.
   *
   * @param raw the network's own outputs
   * @return the derived outputs alone, in order
   * @throws NightjarException {@code MODEL_REFUSED} with the place in the manifest if one of them
   *     cannot be computed
   */
  public List<OutputInfo> infos(List<OutputInfo> raw) throws NightjarException {
    Map<String, OutputInfo> known = new LinkedHashMap<>();
    raw.forEach(info -> known.put(info.name(), info));
    List<OutputInfo> infos = new ArrayList<>();
    for (Derivation each : list) {
      try {
        OutputInfo from = known.get(each.of());
        if (from == null) {
          throw Refusal.of(
              "'" + each.name() + "' is computed from '" + each.of() + "', which is not there",
              "Name one of " + known.keySet() + ".");
        }
        OutputInfo info = each.info(from);
        if (known.putIfAbsent(info.name(), info) != null) {
          throw Refusal.of("there are two outputs '" + info.name() + "'", "");
        }
        infos.add(info);
      } catch (NightjarException e) {
        throw e.at(each.place());
      }
    }
    return infos;
  }

  /**
   * Computes all of them for one sample.
   *
   * @param outputs the network's own outputs, all finite and cut back to the sample's size; the
   *     derived ones are added
   */
  public void addTo(Map<String, Tensor> outputs) {
    for (Derivation each : list) {
      Tensor from = outputs.get(each.of());
      if (from == null) {
        throw new IllegalStateException(
            "'" + each.name() + "' needs '" + each.of() + "', there is " + outputs.keySet());
      }
      outputs.put(each.name(), each.rule().apply(from));
    }
  }
}
