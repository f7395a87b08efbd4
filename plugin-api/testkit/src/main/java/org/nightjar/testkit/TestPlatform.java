package org.nightjar.testkit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.product.Product;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Site;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.task.Need;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What stands for the platform in a test; immutable, every {@code with} gives another one.
 *
 * <pre>{@code
 * TestContext context = TestPlatform.in(folder).with(model, FakeModel.always("drb", 0.9f)).context(product);
 * }</pre>
 */
@ProviderType
public final class TestPlatform {

  private static final int PART_THREADS = 2;

  private final Settings settings;
  private final Leases leases = new Leases();

  private TestPlatform(Settings settings) {
    this.settings = settings;
  }

  /** A platform without models and needs, whose scratch folders lie in this one (a @TempDir). */
  public static TestPlatform in(Path folder) {
    Site site = new Site("nowhere", 0, 0, 0);
    Profile profile = Profile.of("test", site, Map.of(), Map.of());
    return new TestPlatform(
        new Settings(
            folder, profile, Map.of(), Map.of(), Map.of(), TestContext.NOW, 1, PART_THREADS));
  }

  /** The same with one more installed model. */
  public TestPlatform with(ModelInfo model, FakeModel answer) {
    Map<ModelInfo, FakeModel> more = new LinkedHashMap<>(settings.models);
    more.put(model, answer);
    return new TestPlatform(settings.withModels(Collections.unmodifiableMap(more)));
  }

  /** The same with another profile. */
  public TestPlatform with(Profile profile) {
    return new TestPlatform(settings.withProfile(profile));
  }

  /** The same with products that a need finds. */
  public TestPlatform with(Need need, Product... found) {
    Map<Need, List<Product>> more = new LinkedHashMap<>(settings.products);
    more.put(need, List.of(found));
    return new TestPlatform(settings.withNeeds(more, settings.reports));
  }

  /** The same with reports that a need finds. */
  public TestPlatform with(Need.Reports need, FiledReport... found) {
    return withReports(need, found);
  }

  /** The same with reports on good frames that a need finds. */
  public TestPlatform with(Need.GoodBefore need, FiledReport... found) {
    return withReports(need, found);
  }

  private TestPlatform withReports(Need need, FiledReport... found) {
    Map<Need, List<FiledReport>> more = new LinkedHashMap<>(settings.reports);
    more.put(need, List.of(found));
    return new TestPlatform(settings.withNeeds(settings.products, more));
  }

  /** The same at another time. */
  public TestPlatform at(Instant now) {
    return new TestPlatform(settings.at(now));
  }

  /** The same with another seed of the random streams. */
  public TestPlatform withSeed(long seed) {
    return new TestPlatform(settings.withSeed(seed));
  }

  /** The same with this many threads for the parts of a product. */
  public TestPlatform withThreads(int threads) {
    return new TestPlatform(settings.withThreads(threads));
  }

  /** What a task is handed for this product. */
  public TestContext context(Product product) {
    return new TestContext(this, product);
  }

  /** Pixel leases that tasks have not given back. */
  public int openLeases() {
    return leases.open();
  }

  Leases leases() {
    return leases;
  }

  Path folder() {
    return settings.folder;
  }

  Profile profile() {
    return settings.profile;
  }

  Map<ModelInfo, FakeModel> models() {
    return settings.models;
  }

  Map<Need, List<Product>> products() {
    return settings.products;
  }

  Map<Need, List<FiledReport>> reports() {
    return settings.reports;
  }

  Instant now() {
    return settings.now;
  }

  long seed() {
    return settings.seed;
  }

  int threads() {
    return settings.threads;
  }

  private record Settings(
      Path folder,
      Profile profile,
      Map<ModelInfo, FakeModel> models,
      Map<Need, List<Product>> products,
      Map<Need, List<FiledReport>> reports,
      Instant now,
      long seed,
      int threads) {

    Settings withProfile(Profile other) {
      return new Settings(folder, other, models, products, reports, now, seed, threads);
    }

    Settings withModels(Map<ModelInfo, FakeModel> other) {
      return new Settings(folder, profile, other, products, reports, now, seed, threads);
    }

    Settings withNeeds(Map<Need, List<Product>> found, Map<Need, List<FiledReport>> said) {
      return new Settings(folder, profile, models, found, said, now, seed, threads);
    }

    Settings at(Instant other) {
      return new Settings(folder, profile, models, products, reports, other, seed, threads);
    }

    Settings withSeed(long other) {
      return new Settings(folder, profile, models, products, reports, now, other, threads);
    }

    Settings withThreads(int other) {
      return new Settings(folder, profile, models, products, reports, now, seed, other);
    }
  }
}
