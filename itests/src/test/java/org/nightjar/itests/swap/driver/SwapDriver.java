package org.nightjar.itests.swap.driver;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.nightjar.bus.Bus;
import org.nightjar.plugins.Replacement;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Swaps the task through all its versions under load. Takes the file that requests are about, then
 * the versions, all but the first of which are to replace the one before; gives counts and the
 * class loaders of the versions that went.
 */
final class SwapDriver implements Function<List<URI>, Map<String, Object>> {
  private static final int REQUESTS_BETWEEN_SWAPS = 200;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  private final BundleContext context;
  private final Counts counts;

  SwapDriver(BundleContext context, Counts counts) {
    this.context = context;
    this.counts = counts;
  }

  @Override
  public Map<String, Object> apply(List<URI> fileAndVersions) {
    try {
      return swap(fileAndVersions.get(0), fileAndVersions.subList(1, fileAndVersions.size()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> swap(URI file, List<URI> versions) throws Exception {
    List<WeakReference<ClassLoader>> gone = new ArrayList<>();
    long slowest = 0;
    Load load = new Load(service(Bus.class), counts, file);
    load.start();
    for (URI version : versions) {
      awaitAnswers(counts.answers() + REQUESTS_BETWEEN_SWAPS);
      gone.add(new WeakReference<>(loader()));
      long before = System.nanoTime();
      service(Replacement.class).replace(version, Duration.ofSeconds(20));
      slowest = Math.max(slowest, System.nanoTime() - before);
    }
    awaitAnswers(counts.answers() + REQUESTS_BETWEEN_SWAPS);
    Map<String, Object> result = new HashMap<>();
    result.put("sent", load.end());
    result.putAll(counts.result());
    result.put("gone", gone);
    result.put("slowestSwapMillis", TimeUnit.NANOSECONDS.toMillis(slowest));
    return result;
  }

  private void awaitAnswers(int many) {
    while (counts.answers() < many) {
      LockSupport.parkNanos(PAUSE);
    }
  }

  private ClassLoader loader() {
    List<Bundle> bundles =
        Arrays.stream(context.getBundles())
            .filter(bundle -> "swapped".equals(bundle.getSymbolicName()))
            .toList();
    if (bundles.size() != 1) {
      throw new IllegalStateException("one version should be left, not " + bundles);
    }
    return bundles.get(0).adapt(BundleWiring.class).getClassLoader();
  }

  private <T> T service(Class<T> type) {
    ServiceReference<T> reference = context.getServiceReference(type);
    return context.getService(reference);
  }
}
