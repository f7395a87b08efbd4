package org.nightjar.inference.internal.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What has been counted since the service started, by version of a model. */
public final class Statistics implements RunListener {
  private final Map<String, ModelStatistics> models = new ConcurrentHashMap<>();
  private volatile RunListener also = NONE;

  /** Has somebody else hear of everything, too. */
  public void also(RunListener listener) {
    also = listener;
  }

  /** What has been counted of a version. */
  public ModelStatistics of(String model) {
    ModelStatistics known = models.get(model);
    return known != null ? known : models.computeIfAbsent(model, each -> new ModelStatistics());
  }

  /** All versions that were ever loaded or run. */
  public Map<String, ModelStatistics> all() {
    return new TreeMap<>(models);
  }

  @Override
  public void ran(String model, String device, int size, long predicted, long nanos) {
    of(model).ran(size, predicted, nanos);
    also.ran(model, device, size, predicted, nanos);
  }

  @Override
  public void answered(String model, long waited, long took) {
    of(model).answered(waited, took);
    also.answered(model, waited, took);
  }

  @Override
  public void failed(String model, String code) {
    of(model).failed(code);
    also.failed(model, code);
  }

  @Override
  public void loaded(String model, String device, long nanos) {
    of(model).loaded(nanos);
    also.loaded(model, device, nanos);
  }

  @Override
  public void evicted(String model, String device) {
    of(model).evicted();
    also.evicted(model, device);
  }

  @Override
  public void movedAway(String model, String device) {
    of(model).movedAway();
    also.movedAway(model, device);
  }
}
