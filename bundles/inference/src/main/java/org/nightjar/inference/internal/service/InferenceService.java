package org.nightjar.inference.internal.service;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.environment.Folders;
import org.nightjar.inference.ModelSource;
import org.nightjar.inference.internal.client.Clients;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.measure.Statistics;
import org.nightjar.inference.internal.model.Catalogue;
import org.nightjar.inference.internal.model.ModelStore;
import org.nightjar.inference.internal.model.Succession;
import org.nightjar.inference.internal.model.SuccessionSettings;
import org.nightjar.inference.internal.model.VersionLoader;
import org.nightjar.inference.internal.schedule.QueueSettings;
import org.nightjar.inference.internal.shadow.ShadowLimits;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.inference.internal.station.StationSettings;
import org.nightjar.inference.internal.time.Time;
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

/** What stands behind the inference service that others see: models, devices, clients. */
@Component(
    service = InferenceService.class,
    immediate = true,
    configurationPid = "org.nightjar.inference",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = InferenceSettings.class)
public final class InferenceService {
  private static final Logger LOG = LoggerFactory.getLogger(InferenceService.class);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration SETTLE = Duration.ofSeconds(1);
  private static final Duration WARM_UP = Duration.ofMillis(100);
  private static final long MOST_QUEUED_BYTES = 128L << 20;

  private final InferenceSettings settings;
  private final Time time = Time.system();
  private final Devices devices;
  private final VersionLoader loader;
  private final Catalogue catalogue;
  private final Clients clients;
  private final Statistics statistics = new Statistics();
  private final ExecutorService callbacks;
  private final ScheduledExecutorService watch;
  private final CountDownLatch firstLook = new CountDownLatch(1);
  private volatile boolean active;

  /** A service over the data folder's models. */
  @Activate
  public InferenceService(@Reference Folders folders, InferenceSettings settings) {
    this.settings = settings;
    devices = new Devices(DeviceChoice.read(settings, folders.data()), this::station);
    clients = new Clients(Quotas.read(settings.quotas()));
    callbacks = Executors.newCachedThreadPool(task -> daemon(task, "nightjar-inference-answers"));
    watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> daemon(task, "nightjar-inference-succession"));
    loader = new VersionLoader(devices, callbacks, time);
    catalogue =
        new Catalogue(
            new ModelStore(folders.data().resolve("models")),
            loader,
            new Succession(
                new SuccessionSettings(
                    Duration.ofSeconds(settings.keepSeconds()),
                    settings.rollbackAfter(),
                    new ShadowLimits(settings.trialFlips(), settings.trialSlower())),
                callbacks,
                time),
            Set.of(settings.pins()));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private Station station(Device device) {
    int wanted =
        settings.threads() == 0 ? Runtime.getRuntime().availableProcessors() : settings.threads();
    int slots = device.slots(wanted);
    QueueSettings queue =
        new QueueSettings(
            slots,
            settings.queue(),
            MOST_QUEUED_BYTES,
            Duration.ofMillis(settings.longestRunMillis()),
            settings.interactiveFloor(),
            settings.bulkFloor());
    return new Station(
        device,
        new StationSettings(
            queue,
            settings.maxBatch(),
            device.memory().orElse(Long.MAX_VALUE / 4),
            SETTLE,
            WARM_UP,
            Duration.ofSeconds(settings.hangSeconds()),
            GRACE),
        time,
        callbacks,
        statistics);
  }

  /** Starts to load what is installed; whoever asks for models waits until that is done. */
  @Activate
  public void start() {
    active = true;
    daemon(
            () -> {
              refresh();
              firstLook.countDown();
            },
            "nightjar-inference-start")
        .start();
    watch.scheduleWithFixedDelay(catalogue.succession()::look, 1, 1, TimeUnit.SECONDS);
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
    watch.shutdownNow();
    catalogue.close();
    devices.close();
    callbacks.shutdown();
  }

  /** The service for a client. */
  public InferenceScope scope(String client) {
    return new ClientInference(this, clients.of(client));
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

  /** Loads versions that are in no catalogue. */
  public VersionLoader loader() {
    return loader;
  }

  /**
   * The processor itself.
   *
   * @throws NightjarException {@code UNAVAILABLE} if the engine does not start
   */
  public Device processor() throws NightjarException {
    return devices.stations().stream()
        .map(Station::device)
        .filter(Device::isProcessor)
        .findFirst()
        .orElseThrow(
            () -> NightjarException.of(StandardError.UNAVAILABLE, "inference stops", "", ""));
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

  /** What has been counted since the service started. */
  public Statistics statistics() {
    return statistics;
  }

  /** The devices that have been started. */
  public List<Station> stations() {
    return devices.running();
  }

  /** Everybody who has asked. */
  public Clients clients() {
    return clients;
  }

  /** Runs what is hung on answers, and what may take a while. */
  Executor callbacks() {
    return callbacks;
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
}
