package org.nightjar.inference.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.model.Ask;
import org.nightjar.inference.internal.model.Catalogue;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.model.Succession;
import org.nightjar.inference.internal.schedule.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service as one client sees it. */
final class ClientInference implements InferenceScope {
  private static final Logger LOG = LoggerFactory.getLogger(ClientInference.class);

  private final InferenceService service;
  private final Client client;
  private final Set<Answer> open = ConcurrentHashMap.newKeySet();
  private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
  private final Set<ModelInfo> used = ConcurrentHashMap.newKeySet();
  private final Set<String> devices = new ConcurrentSkipListSet<>();
  private volatile ModelInfo lastUsed;
  private volatile boolean revoked;

  ClientInference(InferenceService service, Client client) {
    this.service = service;
    this.client = client;
  }

  @Override
  public List<ModelInfo> models(String task) {
    return revoked ? List.of() : service.loaded().models(task);
  }

  @Override
  public Optional<ModelInfo> model(String name) {
    return revoked ? Optional.empty() : service.loaded().model(name).flatMap(ModelVersion::info);
  }

  @Override
  public CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency) {
    return ask(model, sample, urgency, false);
  }

  /**
   * Asks a version.
   *
   * @param waits whether the caller waits for the answer at once
   */
  Answer ask(ModelInfo model, Sample sample, Urgency urgency, boolean waits) {
    Answer answer = answer();
    Optional<ModelVersion> version = service.catalogue().find(model);
    if (version.isEmpty()) {
      client.refused();
      answer.failForGood(unknown(model.label()));
    } else if (admitted(answer)) {
      note(model);
      succession().ask(version.get(), new Ask(client, sample, urgency, answer, waits));
    }
    return answer;
  }

  @Override
  public CompletableFuture<Prediction> infer(String id, Sample sample, Urgency urgency) {
    Answer answer = answer();
    if (admitted(answer)) {
      Catalogue catalogue = service.loaded();
      answer.onGiven(
          prediction ->
              catalogue
                  .model(prediction.execution().model())
                  .flatMap(ModelVersion::info)
                  .ifPresent(this::note));
      succession().askLive(id, new Ask(client, sample, urgency, answer, false));
    }
    return answer;
  }

  private Succession succession() {
    return service.catalogue().succession();
  }

  private Answer answer() {
    Answer answer = new Answer(service.callbacks());
    open.add(answer);
    answer.onOver(
        prediction -> {
          open.remove(answer);
          prediction.ifPresent(given -> devices.add(given.device()));
        });
    return answer;
  }

  /** Looked at after the answer is in the list that closing goes through: one of the two sees. */
  private boolean admitted(Answer answer) {
    if (revoked) {
      answer.failForGood(revocation());
    }
    return !revoked;
  }

  // Hashing a description of a model takes longer than the rest; mostly it is the same one again.
  private void note(ModelInfo model) {
    if (model != lastUsed) {
      used.add(model);
      lastUsed = model;
    }
  }

  @Override
  public List<Prediction> inferAll(ModelInfo model, List<Sample> samples, Urgency urgency)
      throws NightjarException, InterruptedException {
    return new Bulk(this, model, urgency).run(samples);
  }

  @Override
  public ModelLease lease(ModelInfo model) throws NightjarException, InterruptedException {
    ModelVersion version =
        service.catalogue().find(model).orElseThrow(() -> unknown(model.label()));
    if (!client.lease()) {
      throw NightjarException.of(
          StandardError.QUOTA_EXCEEDED,
          client.name() + " holds as many leases as it may",
          "",
          "Close some, or raise its entry in inference.quotas.");
    }
    boolean done = false;
    try {
      Lease lease = new Lease(model, succession().lease(version));
      leases.add(lease);
      done = true;
      if (revoked) {
        lease.close();
        throw revocation();
      }
      return lease;
    } finally {
      if (!done) {
        client.release();
      }
    }
  }

  @Override
  public InferenceScope scope(String other) {
    return new ClientInference(service, client);
  }

  @Override
  public Set<ModelInfo> used() {
    return Set.copyOf(used);
  }

  @Override
  public Set<String> devices() {
    return new java.util.TreeSet<>(devices);
  }

  @Override
  public void close() {
    revoked = true;
    open.forEach(answer -> answer.cancel(true));
    for (Lease lease : leases) {
      LOG.warn("{} did not close its lease of model {}", client.name(), lease.model().label());
      lease.close();
    }
  }

  private static NightjarException unknown(String model) {
    return NightjarException.of(
        StandardError.NOT_FOUND,
        "model " + model + " is not installed",
        "",
        "Ask for the models of the task again.");
  }

  private static NightjarException revocation() {
    return NightjarException.of(
        StandardError.REVOKED,
        "the inference service was taken back: the call or the plugin has ended",
        "",
        "");
  }

  private final class Lease implements ModelLease {
    private final ModelInfo model;
    private final Runnable release;

    Lease(ModelInfo model, Runnable release) {
      this.model = model;
      this.release = release;
    }

    @Override
    public ModelInfo model() {
      return model;
    }

    @Override
    public void close() {
      if (leases.remove(this)) {
        release.run();
        client.release();
      }
    }
  }
}
