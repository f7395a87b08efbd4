package org.nightjar.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {
  /** Known answers of the authors' own library, Random123. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, e169c58d6627e8d5, 9b00dbd8bc57ac4c",
    "ffffffffffffffff, ffffffffffffffff, ffffffffffffffff, 41c83b0e408f276d, 6d5451fda20bc7c6",
    "299f31d0a4093822, 0370734413198a2e, 85a308d3243f6a88, 94fdccebd16cfe09, 24126ea15001e420"
  })
  void saysWhatItsAuthorsSay(String key, String object, String block, String first, String second) {
    Philox philox = new Philox(parse(key)).at(parse(object), parse(block));
    assertThat(philox.nextLong()).isEqualTo(parse(first));
    assertThat(philox.nextLong()).isEqualTo(parse(second));
  }

  private static long parse(String hex) {
    return Long.parseUnsignedLong(hex, 16);
  }

  @Test
  void anObjectIsTheSameInAnyOrder() {
    Philox one = new Streams(42).stream("mass");
    long[] forward = LongStream.range(0, 1000).map(id -> one.at(id).nextLong()).toArray();
    Philox other = new Streams(42).stream("mass");
    long[] backward = new long[1000];
    for (int id = 999; id >= 0; id--) {
      other.at(id);
      backward[id] = other.nextLong();
      other.nextGaussian();
    }
    assertThat(backward).isEqualTo(forward);
    assertThat(Arrays.stream(forward).distinct().count()).isEqualTo(1000);
  }

  @Test
  void aCopyBeginsTheSameObject() {
    Philox one = new Streams(1).stream("a").at(7);
    Philox copy = one.copy();
    assertThat(copy.nextLong()).isEqualTo(one.nextLong());
  }

  @Test
  void seedsAndNamesGiveOtherNumbers() {
    long here = new Streams(1).stream("a").nextLong();
    assertThat(new Streams(2).stream("a").nextLong()).isNotEqualTo(here);
    assertThat(new Streams(1).stream("b").nextLong()).isNotEqualTo(here);
    assertThat(new Streams(1).stream("a").nextLong()).isEqualTo(here);
  }

  @Test
  void uniformNumbersHaveTheirMoments() {
    Philox philox = new Streams(3).stream("uniform");
    double[] values = IntStream.range(0, 400_000).mapToDouble(i -> philox.nextDouble()).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(x -> x * x).average().orElseThrow();
    // Five standard deviations of the mean of so many.
    assertThat(mean).isBetween(0.5 - 5 * 4.6e-4, 0.5 + 5 * 4.6e-4);
    assertThat(square).isBetween(1 / 3.0 - 5 * 4.8e-4, 1 / 3.0 + 5 * 4.8e-4);
  }

  @Test
  void normalNumbersHaveTheirMoments() {
    Philox philox = new Streams(3).stream("normal");
    int n = 400_000;
    double[] sums = new double[5];
    for (int i = 0; i < n; i++) {
      double x = philox.at(i).nextGaussian();
      double power = 1;
      for (int k = 0; k < sums.length; k++) {
        sums[k] += power / n;
        power *= x;
      }
    }
    double one = 5 / Math.sqrt(n);
    assertThat(sums[1]).isBetween(-one, one);
    assertThat(sums[2]).isBetween(1 - one * Math.sqrt(2), 1 + one * Math.sqrt(2));
    assertThat(sums[3]).isBetween(-one * Math.sqrt(15), one * Math.sqrt(15));
    assertThat(sums[4]).isBetween(3 - one * Math.sqrt(96), 3 + one * Math.sqrt(96));
  }

  @Test
  void openNumbersHaveALogarithm() {
    Philox philox = new Streams(9).stream("open");
    for (int i = 0; i < 100_000; i++) {
      assertThat(philox.nextOpen()).isGreaterThan(0).isLessThan(1);
    }
  }
}
