package org.nightjar.galaxies.catalogue;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import org.nightjar.statistics.random.Streams;

/** How many galaxies a core makes per second of its own time; a program, not a test. */
final class CatalogueSpeed {
  private static final int BATCH = 4096;
  private static final int GALAXIES = 4_000_000;

  private static final System.Logger LOG = System.getLogger(CatalogueSpeed.class.getName());

  private CatalogueSpeed() {}

  public static void main(String[] arguments) {
    long start = now();
    Sky sky = Sky.of(1);
    LOG.log(
        Level.INFO,
        "tables: {0} s, {1} redshifts, {2} mag",
        (now() - start) / 1e9,
        sky.populations().get(0).photometry().steps(),
        String.valueOf(sky.populations().get(0).photometry().error()));
    for (int round = 0; round < 4; round++) {
      double check = 0;
      start = now();
      for (Population population : sky.populations()) {
        Batch batch = population.batch(BATCH);
        for (long first = 0; first < GALAXIES / 2; first += BATCH) {
          population.fill(new Streams(round), first, batch);
          check += batch.apparent()[0];
        }
      }
      double seconds = (now() - start) / 1e9;
      LOG.log(Level.INFO, "{0} galaxies/s on one core ({1})", GALAXIES / seconds, check);
    }
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
