package org.nightjar.inference.internal.manifest;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.trust.Mahalanobis;
import org.nightjar.inference.internal.trust.Percentile;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads {@code mahalanobis} and {@code quantiles} of a derived output. */
final class DistanceReader {
  private DistanceReader() {}

  static Mahalanobis mahalanobis(Value value, DataReader data) throws NightjarException {
    for (String other : new String[] {"precision", "covariance"}) {
      if (value.entries().containsKey(other)) {
        throw value.wrong(
            "'mahalanobis' takes 'whitening', not '" + other + "'",
            "Give a matrix W with W'W = precision, such as the inverse of the covariance's lower"
                + " Cholesky factor: a distance then cannot be the root of a negative number.");
      }
    }
    Section section = value.section("mean", "whitening");
    Tensor mean = data.read(section.need("mean"), 1, 2);
    Tensor whitening = data.read(section.need("whitening"), 2);
    int size = mean.shape()[mean.shape().length - 1];
    if (whitening.shape()[1] != size || size == 0) {
      throw section
          .need("whitening")
          .wrong(
              "'whitening' has rows of "
                  + whitening.shape()[1]
                  + " numbers, the means have "
                  + size,
              "Give means of shape [classes, latent] and whitening of shape [any, latent].");
    }
    return new Mahalanobis(array(mean), array(whitening), size);
  }

  static Percentile percentile(Value value, DataReader data) throws NightjarException {
    Tensor quantiles = data.read(value, 1);
    if (quantiles.size() < 2) {
      throw value.wrong("two quantiles are the least", "Give minimum and maximum at least.");
    }
    try {
      return new Percentile(array(quantiles));
    } catch (IllegalArgumentException e) {
      throw value.wrong(e.getMessage(), "List them from the smallest to the greatest.");
    }
  }

  private static float[] array(Tensor tensor) {
    float[] array = new float[tensor.size()];
    tensor.values().get(array);
    return array;
  }
}
