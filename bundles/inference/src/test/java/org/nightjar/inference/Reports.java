package org.nightjar.inference;

/** Reports of variants for tests. */
public final class Reports {
  private Reports() {}

  /**
   * A report by which the variant is accepted.
   *
   * @param version of the package in single precision
   * @param against its checksum
   * @param graph checksum of the variant's graph
   */
  public static String accepted(String version, String against, String graph) {
    return """
        report:
          against: {version: "%s", sha256: "%s"}
          graph: "%s"
          calibration: {samples: 100, rule: the first 100, ranges: extremes, kept: [], weightBits: 8}
          evaluation: {samples: 240, rule: all but the first 100, sha256: "%s", device: cpu}
          metric: {name: rmse, output: y, float32: 2, variant: 2.005, loss: 0.0025, low: 0.001, high: 0.004, level: 0.95, draws: 2000, seed: 1}
          limit: 0.005
          accepted: true
          outputs:
            - {name: y, largest: 0.1, mean: 0.01, decisions: 0, flips: 0, golden: 0.2, tolerance: 0.3}
          cost: {float32Bytes: 1000, bytes: 400, float32Micros: 100, micros: 50, ratio: 0.5, least: 0.4, most: 0.7}
          untested: [any device but cpu]
        """
        .formatted(version, against, graph, against);
  }
}
