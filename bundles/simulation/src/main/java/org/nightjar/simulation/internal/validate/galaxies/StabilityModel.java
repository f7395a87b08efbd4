package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.galaxies.catalogue.Batch;
import org.nightjar.galaxies.catalogue.Population;
import org.nightjar.galaxies.population.ExponentialEvolution;
import org.nightjar.galaxies.population.LinearEvolution;
import org.nightjar.galaxies.population.LuminosityCone;
import org.nightjar.galaxies.population.SchechterLuminosity;
import org.nightjar.galaxies.spectrum.FilterLibrary;
import org.nightjar.galaxies.spectrum.Photometry;
import org.nightjar.galaxies.spectrum.SpectralCoefficients;
import org.nightjar.galaxies.spectrum.TemplateSet;
import org.nightjar.simulation.internal.validate.CosmologyReader;
import org.nightjar.statistics.random.Streams;

/** Whether a galaxy depends on how many others there are, or on who makes it. */
record StabilityModel(CosmologyReader cosmologies) implements Model {
  private static final Pattern PREFIX =
      Pattern.compile("first_(\\d+)_objects_equal_for_N_(\\d+)_and_(\\d+)");
  private static final int PARTS = 16;

  @Override
  public boolean knows(Question question) {
    return question.group("properties")
        && question.says("object i depends only on")
        && question.has("seed", "threads", "N");
  }

  @Override
  public JsonNode answer(Question question) throws UnknownException, NightjarException {
    Streams streams = new Streams((long) question.number("seed"));
    double[] threads = question.numbers("threads");
    double[] sizes = question.numbers("N");
    Matcher prefix = PREFIX.matcher(question.quantity());
    Population population = population();
    if (prefix.matches()) {
      int first = Integer.parseInt(prefix.group(1));
      Batch some = whole(population, streams, Integer.parseInt(prefix.group(2)));
      Batch more = whole(population, streams, Integer.parseInt(prefix.group(3)));
      return Json.of(same(part(some, 0, first), part(more, 0, first)));
    }
    if (!question.quantity().equals("bitwise_equal_across_threads")) {
      throw question.unknownQuantity();
    }
    boolean equal = true;
    for (double size : sizes) {
      Batch whole = whole(population, streams, (int) size);
      for (double count : threads) {
        equal &= sameByThreads(population, streams, whole, (int) count);
      }
    }
    return Json.of(equal);
  }

  private static boolean sameByThreads(
      Population population, Streams streams, Batch whole, int threads) throws NightjarException {
    int size = whole.redshift().length;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Boolean>> parts = new ArrayList<>();
      for (int p = 0; p < PARTS; p++) {
        int from = size * p / PARTS;
        int to = size * (p + 1) / PARTS;
        parts.add(
            pool.submit(
                () -> {
                  Batch batch = population.batch(to - from);
                  population.fill(streams, from, batch);
                  return same(batch, part(whole, from, to));
                }));
      }
      boolean equal = true;
      for (Future<Boolean> part : parts) {
        equal &= part.get();
      }
      return equal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NightjarException.of(StandardError.CANCELLED, "interrupted", "threads", "");
    } catch (ExecutionException e) {
      throw NightjarException.of(
          StandardError.INTERNAL, "making galaxies failed: " + e.getCause(), "threads", "");
    } finally {
      pool.shutdownNow();
    }
  }

  private static Batch whole(Population population, Streams streams, int size) {
    Batch batch = population.batch(size);
    population.fill(streams, 0, batch);
    return batch;
  }

  private static Batch part(Batch batch, int from, int to) {
    int n = batch.redshift().length;
    int templates = batch.coefficients().length / n;
    int bands = batch.apparent().length / n;
    return new Batch(
        Arrays.copyOfRange(batch.redshift(), from, to),
        Arrays.copyOfRange(batch.magnitude(), from, to),
        Arrays.copyOfRange(batch.coefficients(), from * templates, to * templates),
        Arrays.copyOfRange(batch.apparent(), from * bands, to * bands));
  }

  private static boolean same(Batch one, Batch other) {
    return Arrays.equals(one.redshift(), other.redshift())
        && Arrays.equals(one.magnitude(), other.magnitude())
        && Arrays.equals(one.coefficients(), other.coefficients())
        && Arrays.equals(one.apparent(), other.apparent());
  }

  /** The blue galaxies of Herbel et al. (2017): redshift, luminosity, spectrum, magnitudes. */
  private Population population() throws UnknownException, NightjarException {
    ObjectNode universe = JsonNodeFactory.instance.objectNode();
    universe.put("type", "FlatLambdaCDM").put("H0", 70.0).put("Om0", 0.3).put("Tcmb0", 0.0);
    Cosmology cosmology =
        cosmologies.read(universe).orElseThrow(() -> new UnknownException("no cosmology"));
    FilterLibrary filters = FilterLibrary.load();
    return new Population(
        "blue",
        new LuminosityCone(
            new SchechterLuminosity(
                new LinearEvolution(-0.9408582, -20.40492365),
                new ExponentialEvolution(0.00370253, -9.73858),
                -1.3),
            23,
            1,
            cosmology,
            0,
            2),
        new SpectralCoefficients(
            new double[] {2.079, 3.524, 1.917, 1.992, 2.536},
            new double[] {2.265, 3.862, 1.921, 1.685, 2.48},
            1),
        new Photometry(
            TemplateSet.synthetic(),
            List.of(filters.named("lsst-g").orElseThrow(), filters.named("lsst-r").orElseThrow()),
            filters.named("bessell-b").orElseThrow(),
            cosmology,
            2,
            1e-3));
  }
}
