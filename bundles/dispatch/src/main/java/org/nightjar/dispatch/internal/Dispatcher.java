package org.nightjar.dispatch.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.product.Kind;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.task.BatchTask;
import org.nightjar.api.task.Task;
import org.nightjar.bus.Bus;
import org.nightjar.dispatch.Dispatching;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.dispatch.TaskStatus;
import org.nightjar.dispatch.internal.examine.Served;
import org.nightjar.dispatch.internal.lane.Lane;
import org.nightjar.dispatch.internal.lane.LaneStatus;
import org.nightjar.dispatch.internal.product.ReaderDirectory;
import org.nightjar.environment.Folders;
import org.nightjar.plugins.Drainable;
import org.nightjar.plugins.PluginDirectory;
import org.nightjar.plugins.PluginIdentity;
import org.nightjar.store.AttachmentStore;
import org.nightjar.store.Ledger;
import org.nightjar.store.Products;
import org.nightjar.store.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the dispatcher together and tells it which tasks come and go. */
@Component(
    immediate = true,
    configurationPid = "org.nightjar.dispatch",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DispatchSettings.class)
public final class Dispatcher implements TaskDirectory, Dispatching, Drainable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final PluginDirectory plugins;
  private final Workshop workshop;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Inference inference;

  /** Called by SCR. */
  @Activate
  public Dispatcher(
      @Reference Bus bus,
      @Reference Ledger ledger,
      @Reference Reports reports,
      @Reference Products products,
      @Reference AttachmentStore attachments,
      @Reference PluginDirectory plugins,
      @Reference Profiles profiles,
      @Reference ReaderDirectory readers,
      @Reference Folders folders,
      DispatchSettings settings) {
    this.plugins = plugins;
    workshop =
        Workshop.open(
            bus,
            new Storage(ledger, reports, products, attachments),
            new Surroundings(
                profiles,
                readers,
                () -> Optional.ofNullable(inference),
                folders.scratch().resolve("tasks"),
                Clock.systemUTC()),
            Limits.of(settings));
  }

  /** Called by SCR. */
  @Deactivate
  void stop() {
    workshop.close();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addTask(Task task, Map<String, Object> properties) {
    add(
        new ServiceProperties(properties),
        task.getClass(),
        (plugin, own) -> Served.of(task, plugin, own));
  }

  void updatedTask(Task task, Map<String, Object> properties) {
    ServiceProperties service = new ServiceProperties(properties);
    workshop
        .traffic()
        .update(Served.of(task, plugin(service), service.settings()), service.origin());
  }

  void removeTask(Map<String, Object> properties) {
    workshop.traffic().remove(new ServiceProperties(properties).origin().service());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addBatchTask(BatchTask task, Map<String, Object> properties) {
    add(
        new ServiceProperties(properties),
        task.getClass(),
        (plugin, own) -> Served.of(task, plugin, own));
  }

  void updatedBatchTask(BatchTask task, Map<String, Object> properties) {
    ServiceProperties service = new ServiceProperties(properties);
    workshop
        .traffic()
        .update(Served.of(task, plugin(service), service.settings()), service.origin());
  }

  void removeBatchTask(Map<String, Object> properties) {
    workshop.traffic().remove(new ServiceProperties(properties).origin().service());
  }

  /** Makes a task ready to be called; asks it for its info, so it may fail. */
  private interface Making {
    Served make(PluginIdentity plugin, Map<String, Object> settings);
  }

  private void add(ServiceProperties service, Class<?> type, Making making) {
    try {
      workshop.traffic().add(making.make(plugin(service), service.settings()), service.origin());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("task {} cannot say what it is and is left out", type.getName(), e);
    }
  }

  private PluginIdentity plugin(ServiceProperties service) {
    return plugins.identify(service.origin().bundle());
  }

  @Override
  public boolean drain(long bundleId, Duration atMost) throws InterruptedException {
    return workshop.traffic().drain(bundleId, atMost);
  }

  @Override
  public boolean quiesce(Duration atMost) throws InterruptedException {
    return workshop.traffic().quiesce(atMost);
  }

  @Override
  public List<TaskStatus> tasks() {
    return workshop.traffic().lanes().stream()
        .map(Lane::status)
        .flatMap(Optional::stream)
        .map(Dispatcher::status)
        .toList();
  }

  private static TaskStatus status(LaneStatus lane) {
    return new TaskStatus(
        lane.served().info(),
        lane.served().plugin().id(),
        lane.served().plugin().version(),
        lane.draining(),
        lane.queued(),
        lane.inFlight(),
        lane.done(),
        lane.failed());
  }

  @Override
  public Set<String> accepting(Kind kind) {
    Set<String> names = new TreeSet<>();
    for (Lane lane : workshop.traffic().lanes()) {
      if (lane.served().filter(served -> served.info().accepts().contains(kind)).isPresent()) {
        names.add(lane.task());
      }
    }
    return names;
  }
}
