package org.nightjar.testkit;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Urgency;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.task.Need;
import org.nightjar.api.task.PartVisitor;
import org.nightjar.api.task.PixelLease;
import org.nightjar.api.task.TaskContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A context for one product in which everything is fixed: clock, random streams, models, profile,
 * needs. Make it with {@link TestPlatform}.
 */
@ProviderType
public final class TestContext implements TaskContext {

  /** The time that stands still unless a test says otherwise. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final TestPlatform platform;
  private final Product product;
  private final CollectedAttachments attachments = new CollectedAttachments();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final FakeInference inference;
  private Path scratch;

  TestContext(TestPlatform platform, Product product) {
    this.platform = platform;
    this.product = product;
    this.inference = new FakeInference(platform.models());
  }

  @Override
  public Envelope envelope() {
    return new Envelope(
        product.ref(),
        Facts.NONE,
        profile().site().night(NOW),
        Priority.INTERACTIVE,
        Optional.empty());
  }

  @Override
  public Profile profile() {
    return platform.profile();
  }

  @Override
  public FakeInference inference() {
    return inference;
  }

  @Override
  public List<ModelInfo> models() {
    return List.copyOf(platform.models().keySet());
  }

  @Override
  public Urgency urgency() {
    return new Urgency(Priority.INTERACTIVE, Optional.empty());
  }

  @Override
  public List<Product> products(Need need) {
    return platform.products().getOrDefault(need, List.of());
  }

  @Override
  public List<FiledReport> reports(Need need) {
    return platform.reports().getOrDefault(need, List.of());
  }

  @Override
  public PixelLease pixels(ImagePart part, Region region)
      throws NightjarException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before pixels were leased");
    }
    if (region.size() > Integer.MAX_VALUE) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "a lease of " + region.size() + " pixels",
          part.info().name(),
          "Take strips");
    }
    FloatBuffer values = FloatBuffer.allocate((int) region.size());
    part.read(region, values);
    return platform.leases().lease(region, values.flip().asReadOnlyBuffer());
  }

  @Override
  public <T> List<T> forEachPart(Product looked, PartVisitor<T> visitor)
      throws NightjarException, InterruptedException {
    return PartThreads.visit(looked.parts(), visitor, platform.threads());
  }

  @Override
  public synchronized Path scratch() throws NightjarException {
    try {
      if (scratch == null) {
        Files.createDirectories(platform.folder());
        scratch = Files.createTempDirectory(platform.folder(), "scratch");
      }
      return scratch;
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.DISK_FULL, e.toString(), platform.folder().toString(), "Free some space");
    }
  }

  @Override
  public CollectedAttachments attachments() {
    return attachments;
  }

  @Override
  public Clock clock() {
    return Clock.fixed(platform.now(), ZoneOffset.UTC);
  }

  @Override
  public RandomGenerator random(String stream) {
    String name = platform.seed() + "\n" + stream + "\n" + product.ref().id();
    String bits = Fingerprint.of(name.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    return new SplittableRandom(Long.parseUnsignedLong(bits, 16));
  }

  @Override
  public boolean cancelled() {
    return cancelled.get();
  }

  /** Asks the task to end early. */
  public void cancel() {
    cancelled.set(true);
  }
}
