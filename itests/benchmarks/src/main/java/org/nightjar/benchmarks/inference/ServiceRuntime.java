package org.nightjar.benchmarks.inference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.internal.measure.RunListener;
import org.nightjar.inference.internal.measure.Statistics;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.service.InferenceSettings;
import org.nightjar.testkit.TestSettings;

/** Nightjar's service, as a plugin calls it: raw channels in, an answer out. */
final class ServiceRuntime implements Serving {
  private final Network network;
  private final InferenceService service;
  private final InferenceScope scope;
  private final ModelInfo model;
  private final Map<Integer, LongAdder> sizes = new ConcurrentHashMap<>();

  ServiceRuntime(Network network, Path data) throws Exception {
    this.network = network;
    service =
        new InferenceService(
            new Folders(data, data),
            TestSettings.with(InferenceSettings.class, Map.of("device", "cpu")));
    service.start();
    service.loaded().add(ModelPackage.read(network.folder()), Optional.empty());
    Statistics statistics = service.statistics();
    statistics.also(new Sizes());
    scope = service.scope("benchmark");
    model = scope.models("benchmark").get(0);
  }

  @Override
  public String name() {
    return "Nightjar's service";
  }

  @Override
  public Call caller(int number) {
    float[] numbers = network.sample(number);
    int plane = network.shape().get(1) * network.shape().get(2);
    Map<String, Tensor> channels = new HashMap<>();
    for (int i = 0; i < network.channels().size(); i++) {
      float[] pixels = new float[plane];
      System.arraycopy(numbers, i * plane, pixels, 0, plane);
      channels.put(
          network.channels().get(i),
          Tensor.of(pixels, network.shape().get(1), network.shape().get(2)));
    }
    List<Sample> sample = List.of(new Sample(channels));
    return () -> scope.inferAll(model, sample, Urgency.BULK).size();
  }

  /** How often each size of batch was run since the last call of this. */
  Map<Integer, Long> sizes() {
    Map<Integer, Long> counts = new TreeMap<>();
    sizes.forEach((size, count) -> counts.put(size, count.sumThenReset()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  @Override
  public void close() {
    scope.close();
    service.stop();
  }

  private final class Sizes implements RunListener {
    @Override
    public void ran(String model, String device, int size, long predicted, long nanos) {
      sizes.computeIfAbsent(size, each -> new LongAdder()).increment();
    }

    @Override
    public void answered(String model, long waited, long took) {}

    @Override
    public void failed(String model, String code) {}

    @Override
    public void loaded(String model, String device, long nanos) {}

    @Override
    public void evicted(String model, String device) {}

    @Override
    public void movedAway(String model, String device) {}
  }
}
