package org.nightjar.mmwave.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.statistics.random.Philox;

class RealFft2Test {
  @ParameterizedTest
  @CsvSource({
    "1, 1", "1, 7", "7, 1", "2, 2", "3, 5", "8, 8", "9, 15", "16, 12", "13, 10", "10, 13", "37, 34",
    "64, 48", "45, 77"
  })
  void equalsTheDefinition(int width, int height) {
    float[] map = noise(width, height, 1);
    FourierPlane plane = new RealFft2(width, height).forward(map, Loop.SERIAL);
    double worst = 0;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < plane.columns(); column++) {
        double re = 0;
        double im = 0;
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            double turns =
                (double) ((long) column * x % width) / width
                    + (double) ((long) row * y % height) / height;
            re += map[y * width + x] * Math.cos(2 * Math.PI * turns);
            im -= map[y * width + x] * Math.sin(2 * Math.PI * turns);
          }
        }
        int at = plane.index(column, row);
        worst = Math.max(worst, Math.abs(plane.values()[at] - re));
        worst = Math.max(worst, Math.abs(plane.values()[at + 1] - im));
      }
    }
    assertThat(worst).isLessThan(3e-7 * Math.sqrt(width * height) * 3);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "6, 9", "64, 64", "50, 33", "33, 50", "77, 121", "100, 128"})
  void comesBack(int width, int height) {
    float[] map = noise(width, height, 2);
    RealFft2 fft = new RealFft2(width, height);
    float[] back = new float[map.length];
    fft.inverse(fft.forward(map, Loop.SERIAL), back, Loop.SERIAL);
    for (int i = 0; i < map.length; i++) {
      assertThat(back[i]).isCloseTo(map[i], within(1e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "45, 64", "64, 45", "35, 27"})
  void keepsThePower(int width, int height) {
    float[] map = noise(width, height, 3);
    FourierPlane plane = new RealFft2(width, height).forward(map, Loop.SERIAL);
    double inMap = 0;
    for (float value : map) {
      inMap += (double) value * value;
    }
    double inModes = 0;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < plane.columns(); column++) {
        int at = plane.index(column, row);
        double re = plane.values()[at];
        double im = plane.values()[at + 1];
        inModes += plane.weight(column) * (re * re + im * im);
      }
    }
    assertThat(inModes / (width * height) / inMap).isCloseTo(1, within(1e-6));
  }

  @Test
  void threadsChangeNothing() {
    float[] map = noise(150, 120, 4);
    RealFft2 fft = new RealFft2(150, 120);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      assertThat(fft.forward(map, Loop.on(executor, 4)).values())
          .containsExactly(fft.forward(map, Loop.SERIAL).values());
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void findsFastSizes() {
    assertThat(RealFft2.fastSize(1)).isEqualTo(2);
    assertThat(RealFft2.fastSize(1024)).isEqualTo(1024);
    assertThat(RealFft2.fastSize(1025)).isEqualTo(1080);
    assertThat(RealFft2.fastSize(997)).isEqualTo(1000);
  }

  @Test
  void refusesWhatDoesNotFit() {
    RealFft2 fft = new RealFft2(8, 8);
    assertThatThrownBy(() -> fft.forward(new float[63], Loop.SERIAL))
        .hasMessageContaining("63 values");
    assertThatThrownBy(() -> fft.inverse(FourierPlane.of(8, 9), new float[64], Loop.SERIAL))
        .hasMessageContaining("8 x 9");
  }

  private static float[] noise(int width, int height, long seed) {
    Philox random = new Philox(seed);
    float[] map = new float[width * height];
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) random.nextGaussian();
    }
    return map;
  }
}
