package org.nightjar.inference.internal.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.ModelSource;
import org.nightjar.inference.internal.lane.LaneSettings;
import org.nightjar.inference.internal.model.Catalogue;
import org.nightjar.inference.internal.model.LoadedModel;
import org.nightjar.inference.internal.model.ModelLoader;
import org.nightjar.inference.internal.model.ModelStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inference service, and for this bundle's commands the catalogue behind it. */
@Component(
    service = {Inference.class, InferenceService.class},
    immediate = true,
    configurationPid = "org.nightjar.inference",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = InferenceSettings.class)
public final class InferenceService implements Inference {
  private static final Logger LOG = LoggerFactory.getLogger(InferenceService.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Devices devices;
  private final Catalogue catalogue;
  private final ExecutorService deliveries;
  private final CountDownLatch firstLook = new CountDownLatch(1);
  private volatile boolean active;

  /** A service over the data folder's models. */
  @Activate
  public InferenceService(@Reference Folders folders, InferenceSettings settings) {
    devices = Devices.of(settings, folders.data());
    deliveries =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "nightjar-inference-answers");
              thread.setDaemon(true);
              return thread;
            });
    int threads =
        settings.threads() == 0 ? Runtime.getRuntime().availableProcessors() : settings.threads();
    catalogue =
        new Catalogue(
            new ModelStore(folders.data().resolve("models")),
            new ModelLoader(
                devices,
                new LaneSettings(settings.maxBatch(), threads, settings.queue(), GRACE),
                deliveries,
                InstantSource.system()),
            Set.of(settings.pins()));
  }

  /** Starts to load what is installed; whoever asks for models waits until that is done. */
  @Activate
  public void start() {
    active = true;
    Thread thread =
        new Thread(
            () -> {
              refresh();
              firstLook.countDown();
            },
            "nightjar-inference-start");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes a source's packages; its registration returns once they are checked. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addSource(ModelSource source) {
    catalogue.addSource(source);
    if (active) {
      refresh();
    }
  }

  /** Lets a source's packages go. */
  public void removeSource(ModelSource source) {
    catalogue.removeSource(source);
    if (active) {
      refresh();
    }
  }

  /** Finishes what waits, within a few seconds, and unloads everything. */
  @Deactivate
  public void stop() {
    active = false;
    catalogue.close();
    deliveries.shutdown();
  }

  @Override
  public List<ModelInfo> models(String task) {
    return loaded().models(task);
  }

  @Override
  public CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency) {
    return catalogue
        .find(model)
        .map(loaded -> loaded.infer(sample, urgency))
        .orElseGet(() -> CompletableFuture.failedFuture(gone(model)));
  }

  @Override
  public Optional<ModelInfo> model(String name) {
    return loaded().model(name);
  }

  @Override
  public CompletableFuture<Prediction> infer(String id, Sample sample, Urgency urgency) {
    return model(id)
        .map(model -> infer(model, sample, urgency))
        .orElseGet(() -> CompletableFuture.failedFuture(gone(id)));
  }

  @Override
  public ModelLease lease(ModelInfo model) throws NightjarException {
    LoadedModel loaded = catalogue.find(model).orElseThrow(() -> gone(model));
    // Every installed version stays loaded for now.
    return new ModelLease() {
      @Override
      public ModelInfo model() {
        return loaded.info();
      }

      @Override
      public void close() {
        // Nothing was held.
      }
    };
  }

  @Override
  public List<Prediction> inferAll(ModelInfo model, List<Sample> samples, Urgency urgency)
      throws NightjarException, InterruptedException {
    LoadedModel loaded = catalogue.find(model).orElseThrow(() -> gone(model));
    return new Bulk(loaded, urgency).run(samples);
  }

  /** The catalogue, once the first look at it is done. */
  public Catalogue loaded() {
    try {
      firstLook.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException("interrupted while models were being loaded", e);
    }
    return catalogue;
  }

  /** Whether the first look is done. */
  public boolean isLoaded() {
    return firstLook.getCount() == 0;
  }

  /** The catalogue as it is, without waiting. */
  Catalogue catalogue() {
    return catalogue;
  }

  /** Which devices are wanted. */
  Devices devices() {
    return devices;
  }

  private void refresh() {
    try {
      catalogue.refresh();
    } catch (NightjarException e) {
      LOG.error("Models cannot be looked at: {}", e.problem(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static NightjarException gone(ModelInfo model) {
    return gone(model.label());
  }

  private static NightjarException gone(String model) {
    return NightjarException.of(
        StandardError.NOT_FOUND,
        "model " + model + " is not installed",
        "",
        "Ask for the models of the task again.");
  }
}
