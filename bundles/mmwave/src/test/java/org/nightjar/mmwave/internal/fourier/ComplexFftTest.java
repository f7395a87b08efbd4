package org.nightjar.mmwave.internal.fourier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.statistics.random.Philox;

class ComplexFftTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 24, 25, 27, 30, 32,
        35, 36, 45, 49, 60, 64, 77, 81, 97, 100, 121, 125, 128, 143, 210, 243, 256, 360
      })
  void equalsTheDefinition(int size) {
    int lanes = 3;
    Philox random = new Philox(size);
    double[] re = random.doubles((long) size * lanes, -1, 1).toArray();
    double[] im = random.doubles((long) size * lanes, -1, 1).toArray();
    double[] gotRe = re.clone();
    double[] gotIm = im.clone();
    new ComplexFft(size)
        .transform(gotRe, gotIm, new double[size * lanes], new double[size * lanes], lanes);
    double worst = 0;
    for (int lane = 0; lane < lanes; lane++) {
      for (int k = 0; k < size; k++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int j = 0; j < size; j++) {
          double phase = -2 * Math.PI * ((long) j * k % size) / size;
          int at = j * lanes + lane;
          sumRe += re[at] * Math.cos(phase) - im[at] * Math.sin(phase);
          sumIm += re[at] * Math.sin(phase) + im[at] * Math.cos(phase);
        }
        worst = Math.max(worst, Math.abs(sumRe - gotRe[k * lanes + lane]));
        worst = Math.max(worst, Math.abs(sumIm - gotIm[k * lanes + lane]));
      }
    }
    assertThat(worst).isLessThan(1e-12 * Math.max(10, size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15, 64, 77, 128, 1000})
  void exchangedPartsGiveTheInverse(int size) {
    Philox random = new Philox(size);
    double[] re = random.doubles(size, -1, 1).toArray();
    double[] im = random.doubles(size, -1, 1).toArray();
    double[] gotRe = re.clone();
    double[] gotIm = im.clone();
    ComplexFft fft = new ComplexFft(size);
    double[] scratchRe = new double[size];
    double[] scratchIm = new double[size];
    fft.transform(gotRe, gotIm, scratchRe, scratchIm, 1);
    fft.transform(gotIm, gotRe, scratchIm, scratchRe, 1);
    for (int i = 0; i < size; i++) {
      assertThat(gotRe[i] / size).isCloseTo(re[i], org.assertj.core.data.Offset.offset(1e-13));
      assertThat(gotIm[i] / size).isCloseTo(im[i], org.assertj.core.data.Offset.offset(1e-13));
    }
  }
}
