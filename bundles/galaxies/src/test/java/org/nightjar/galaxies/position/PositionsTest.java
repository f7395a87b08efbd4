package org.nightjar.galaxies.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.galaxies.Samples;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

class PositionsTest {
  private static final int N = 50_000;

  @ParameterizedTest
  @CsvSource({"30, -40, 100", "359.9, 0, 0.01", "0, 90, 3000", "10, -90, 1", "120, 33, 41252.96"})
  void placesFillACap(double longitude, double latitude, double area) {
    SphericalCap cap = new SphericalCap(longitude, latitude, area);
    double[] lon = new double[N];
    double[] lat = new double[N];
    cap.fill(new Streams(1).stream("place"), 0, lon, lat);
    double[] share = new double[N];
    for (int i = 0; i < N; i++) {
      double half = Math.sin(Math.toRadians(cap.separation(lon[i], lat[i])) / 2);
      share[i] = 4 * Math.PI * half * half / (area * Math.pow(Math.PI / 180, 2));
      assertThat(lon[i]).isBetween(0.0, 360.0);
    }
    assertThat(new Samples(share).distance(p -> p)).isLessThan(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 16, 64})
  void indicesGoThereAndBack(long nside) {
    double[] place = new double[2];
    Set<HealpixPixel> seen = new HashSet<>();
    for (long index = 0; index < 12 * nside * nside; index++) {
      HealpixPixel ring = HealpixPixel.ring(nside, index);
      assertThat(ring.ring()).isEqualTo(index);
      assertThat(HealpixPixel.nested(nside, ring.nested())).isEqualTo(ring);
      ring.place(0.5, 0.5, place);
      assertThat(HealpixPixel.containing(nside, place[0], place[1])).isEqualTo(ring);
      seen.add(ring);
    }
    assertThat(seen).hasSize((int) (12 * nside * nside));
  }

  @Test
  void ringsGoFromNorthToSouthAndEast() {
    double[] place = new double[2];
    double latitude = 91;
    double longitude = 0;
    for (long index = 0; index < 12 * 36; index++) {
      HealpixPixel.ring(6, index).place(0.5, 0.5, place);
      if (place[1] < latitude - 1e-9) {
        latitude = place[1];
      } else {
        assertThat(place[1]).isCloseTo(latitude, within(1e-9));
        assertThat(place[0]).isGreaterThan(longitude);
      }
      longitude = place[0];
    }
  }

  /** Centres as the paper's equations 4 to 9 give them. */
  @Test
  void centresAreWhereThePaperPutsThem() {
    double[] place = new double[2];
    HealpixPixel.ring(4, 0).place(0.5, 0.5, place);
    assertThat(Math.sin(Math.toRadians(place[1]))).isCloseTo(1 - 1 / 48.0, within(1e-14));
    assertThat(place[0]).isCloseTo(45, within(1e-12));
    HealpixPixel.ring(4, 24).place(0.5, 0.5, place);
    assertThat(Math.sin(Math.toRadians(place[1]))).isCloseTo(2 / 3.0, within(1e-14));
    assertThat(place[0]).isCloseTo(11.25, within(1e-12));
    HealpixPixel.ring(4, 40).place(0.5, 0.5, place);
    assertThat(place[0]).isCloseTo(0, within(1e-12));
    HealpixPixel.nested(1, 4).place(0.5, 0.5, place);
    assertThat(place).containsExactly(new double[] {0, 0}, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 5", "2, 3", "2, 20", "8, 100", "8, 767", "536870912, 12345678901234"})
  void placesFillAPixel(long nside, long index) {
    HealpixPixel pixel = HealpixPixel.nested(nside, index);
    double[] place = new double[2];
    Philox random = new Streams(2).stream("pixel");
    int[] quarters = new int[4];
    for (int i = 0; i < N; i++) {
      pixel.draw(random.at(i), place);
      if (nside < 1 << 20) {
        assertThat(HealpixPixel.containing(nside, place[0], place[1])).isEqualTo(pixel);
        quarters[(int) (HealpixPixel.containing(2 * nside, place[0], place[1]).nested() & 3)]++;
      }
    }
    for (int quarter : quarters) {
      double expected = nside < 1 << 20 ? N / 4.0 : 0;
      assertThat((double) quarter).isCloseTo(expected, within(5 * Math.sqrt(N * 3 / 16.0)));
    }
  }

  @Test
  void aPolarPixelIsFilledEvenly() {
    // The share of a polar face above a latitude is that of the sphere's quarter.
    HealpixPixel pixel = HealpixPixel.nested(1, 2);
    double[] lon = new double[N];
    double[] lat = new double[N];
    pixel.fill(new Streams(3).stream("polar"), 0, lon, lat);
    double above = 0;
    for (int i = 0; i < N; i++) {
      above += Math.sin(Math.toRadians(lat[i])) > 2 / 3.0 ? 1.0 / N : 0;
      assertThat(lon[i]).isBetween(180.0, 270.0);
    }
    assertThat(above).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(N)));
  }

  @Test
  void whatIsNoPixelIsRefused() {
    assertThatThrownBy(() -> HealpixPixel.ring(4, 192)).hasMessageContaining("192");
    assertThatThrownBy(() -> HealpixPixel.nested(6, 1)).hasMessageContaining("power of two");
    assertThatThrownBy(() -> HealpixPixel.nested(4, -1)).hasMessageContaining("face -1");
    assertThatThrownBy(() -> new SphericalCap(0, 0, 0)).hasMessageContaining("0.0");
  }
}
