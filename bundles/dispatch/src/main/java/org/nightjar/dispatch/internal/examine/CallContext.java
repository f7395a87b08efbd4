package org.nightjar.dispatch.internal.examine;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Urgency;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.task.Attachments;
import org.nightjar.api.task.Need;
import org.nightjar.api.task.PartVisitor;
import org.nightjar.api.task.PixelLease;
import org.nightjar.api.task.TaskContext;
import org.nightjar.dispatch.internal.product.SharedProducts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is handed to a task for one call, and taken back after it. */
final class CallContext implements TaskContext, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallContext.class);

  private final Bench bench;
  private final Prepared prepared;
  private final Profile profile;
  private final PartThreads threads;
  private final Cancellation cancellation;
  private final Revocation revocation = new Revocation();
  private final InferenceScope inference;
  private final ScopedAttachments attachments;
  private final Scratch scratch;
  private final Set<PixelLease> leases = ConcurrentHashMap.newKeySet();
  private final Map<Need, List<SharedProducts.Use>> opened = new LinkedHashMap<>();

  CallContext(
      Bench bench,
      Prepared prepared,
      Profile profile,
      InferenceScope inference,
      PartThreads threads,
      Cancellation cancellation) {
    this.bench = bench;
    this.prepared = prepared;
    this.profile = profile;
    this.threads = threads;
    this.cancellation = cancellation;
    this.inference = inference;
    this.attachments = new ScopedAttachments(bench.attachments(), revocation);
    this.scratch = new Scratch(bench.scratch());
  }

  @Override
  public Envelope envelope() {
    revocation.checkQuietly("the envelope");
    return prepared.envelope();
  }

  @Override
  public Profile profile() {
    revocation.checkQuietly("the profile");
    return profile;
  }

  @Override
  public Inference inference() {
    revocation.checkQuietly("the inference service");
    return inference;
  }

  @Override
  public List<ModelInfo> models() {
    revocation.checkQuietly("the list of models");
    return prepared.models();
  }

  @Override
  public Urgency urgency() {
    return new Urgency(prepared.envelope().priority(), prepared.envelope().deadline());
  }

  @Override
  public List<Product> products(Need need) throws NightjarException {
    revocation.check("the product");
    List<Envelope> found = prepared.needed().products().getOrDefault(need, List.of());
    synchronized (opened) {
      List<SharedProducts.Use> uses = opened.get(need);
      if (uses == null) {
        uses = open(found);
        opened.put(need, uses);
      }
      return uses.stream().map(SharedProducts.Use::product).toList();
    }
  }

  private List<SharedProducts.Use> open(List<Envelope> found) throws NightjarException {
    List<SharedProducts.Use> uses = new ArrayList<>();
    boolean all = false;
    try {
      for (Envelope envelope : found) {
        uses.add(bench.products().use(envelope.ref()));
      }
      all = true;
      return uses;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Revocation.problem("the product");
    } finally {
      if (!all) {
        uses.forEach(SharedProducts.Use::close);
      }
    }
  }

  @Override
  public List<FiledReport> reports(Need need) throws NightjarException {
    revocation.check("the report");
    return prepared.needed().reports().getOrDefault(need, List.of());
  }

  @Override
  public PixelLease pixels(ImagePart part, Region region)
      throws NightjarException, InterruptedException {
    revocation.check("the pool of pixels");
    Lease lease = new Lease(bench.pixels().lease(part, region), leases);
    leases.add(lease);
    return lease;
  }

  @Override
  public <T> List<T> forEachPart(Product product, PartVisitor<T> visitor)
      throws NightjarException, InterruptedException {
    revocation.check("the product");
    return threads.each(product.parts(), visitor);
  }

  @Override
  public Path scratch() throws NightjarException {
    revocation.check("the scratch folder");
    return scratch.folder();
  }

  @Override
  public Attachments attachments() {
    return attachments;
  }

  @Override
  public Clock clock() {
    return bench.clock();
  }

  @Override
  public RandomGenerator random(String stream) {
    return CounterRandom.of(bench.seed(), stream, prepared.envelope().ref().id());
  }

  @Override
  public boolean cancelled() {
    return cancellation.cancelled();
  }

  InferenceScope used() {
    return inference;
  }

  ScopedAttachments taken() {
    return attachments;
  }

  @Override
  public void close() {
    revocation.revoke();
    inference.close();
    for (PixelLease lease : leases) {
      LOG.warn("a task left pixels {} leased; the lease is closed now", lease.region());
      lease.close();
    }
    synchronized (opened) {
      opened.values().forEach(uses -> uses.forEach(SharedProducts.Use::close));
      opened.clear();
    }
    scratch.close();
  }

  /** A lease that is known to be open until it is closed. */
  private static final class Lease implements PixelLease {
    private final PixelLease lease;
    private final Set<PixelLease> open;

    Lease(PixelLease lease, Set<PixelLease> open) {
      this.lease = lease;
      this.open = open;
    }

    @Override
    public Region region() {
      return lease.region();
    }

    @Override
    public FloatBuffer values() {
      return lease.values();
    }

    @Override
    public void close() {
      open.remove(this);
      lease.close();
    }
  }
}
