package org.nightjar.galaxies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nightjar.statistics.random.Streams;

class PopulationTest {
  private static final Sky SKY = Sky.of(1);
  private static final Streams STREAMS = new Streams(42);

  private static Batch whole(Population population, int n) {
    Batch batch = population.batch(n);
    population.fill(STREAMS, 0, batch);
    return batch;
  }

  @Test
  void theFirstGalaxiesAreTheSameHoweverManyThereAre() {
    for (Population population : SKY.populations()) {
      Batch some = whole(population, 1000);
      Batch more = whole(population, 2000);
      assertThat(Arrays.copyOf(more.redshift(), 1000)).isEqualTo(some.redshift());
      assertThat(Arrays.copyOf(more.magnitude(), 1000)).isEqualTo(some.magnitude());
      assertThat(Arrays.copyOf(more.coefficients(), 5000)).isEqualTo(some.coefficients());
      assertThat(Arrays.copyOf(more.apparent(), 5000)).isEqualTo(some.apparent());
    }
  }

  @Test
  void anyNumberOfThreadsMakesTheSameGalaxies() throws Exception {
    Population population = SKY.populations().get(0);
    Batch whole = whole(population, 2000);
    for (int threads : new int[] {1, 2, 8}) {
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        List<Future<Batch>> parts = new ArrayList<>();
        for (int first = 0; first < 2000; first += 125) {
          int from = first;
          parts.add(
              pool.submit(
                  () -> {
                    Batch batch = population.batch(125);
                    population.fill(STREAMS, from, batch);
                    return batch;
                  }));
        }
        for (int i = 0; i < parts.size(); i++) {
          Batch part = parts.get(i).get();
          assertThat(part.apparent())
              .isEqualTo(Arrays.copyOfRange(whole.apparent(), 625 * i, 625 * (i + 1)));
          assertThat(part.redshift())
              .isEqualTo(Arrays.copyOfRange(whole.redshift(), 125 * i, 125 * (i + 1)));
        }
      } finally {
        pool.shutdownNow();
      }
    }
  }

  @Test
  void aSkyHasAboutAsManyGalaxiesAsExpected() {
    Population blue = SKY.populations().get(0);
    double expected = blue.cone().redshifts().expected();
    assertThat((double) blue.count(STREAMS)).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    assertThat(blue.count(STREAMS)).isEqualTo(blue.count(new Streams(42)));
    assertThat(blue.count(STREAMS)).isNotEqualTo(SKY.populations().get(1).count(STREAMS));
  }

  @Test
  void redGalaxiesAreRedder() {
    double blue = colour(whole(SKY.populations().get(0), 2000));
    double red = colour(whole(SKY.populations().get(1), 2000));
    assertThat(red).isGreaterThan(blue + 0.1);
  }

  private static double colour(Batch batch) {
    double sum = 0;
    int n = batch.redshift().length;
    for (int i = 0; i < n; i++) {
      sum += batch.apparent()[5 * i + 1] - batch.apparent()[5 * i + 2];
    }
    return sum / n;
  }
}
