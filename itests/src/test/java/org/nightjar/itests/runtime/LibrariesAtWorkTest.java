package org.nightjar.itests.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import nom.tam.fits.Fits;
import nom.tam.util.FitsOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.xerial.snappy.Snappy;

/** The libraries that look for parts of themselves at run time find them inside a framework. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class LibrariesAtWorkTest {
  /** The third-party bundles, and nothing of ours. */
  @Configuration
  public Option[] configuration() {
    return BareFramework.options();
  }

  @Test
  public void flywayMigratesH2ThroughAPool() throws Exception {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:flyway;DB_CLOSE_DELAY=-1");
    HikariConfig config = new HikariConfig();
    config.setDataSource(h2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      int migrated =
          withLoaderOf(
              Flyway.class,
              () -> {
                Flyway flyway =
                    Flyway.configure(Flyway.class.getClassLoader())
                        .dataSource(pool)
                        .locations(new String[0])
                        .javaMigrations(new V1__one_table())
                        .load();
                return flyway.migrate().migrationsExecuted;
              });
      assertThat(migrated).isEqualTo(1);
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        assertThat(statement.executeUpdate("insert into product values (1)")).isEqualTo(1);
      }
    }
  }

  @Test
  public void fitsReadsBzip2() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream packed = new BZip2CompressorOutputStream(file);
        FitsOutputStream out = new FitsOutputStream(packed);
        Fits fits = new Fits()) {
      fits.addHDU(Fits.makeHDU(new float[][] {{1, 2, 3}, {4, 5, 6}}));
      fits.write(out);
    }
    // It looks for its decompressors through the thread's context class loader.
    Object pixels =
        withLoaderOf(
            Fits.class,
            () -> {
              try (Fits fits = new Fits(new ByteArrayInputStream(file.toByteArray()))) {
                return fits.getHDU(0).getKernel();
              }
            });
    assertThat((float[][]) pixels).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
  }

  @Test
  public void vertxDeliversOverItsBus() throws Exception {
    Vertx vertx = withLoaderOf(Vertx.class, Vertx::vertx);
    try {
      vertx.eventBus().<String>consumer("echo", message -> message.reply(message.body()));
      String reply =
          vertx
              .eventBus()
              .<String>request("echo", "hello")
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS)
              .body();
      assertThat(reply).isEqualTo("hello");
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  public void compressionLibrariesLoadTheirNatives() throws Exception {
    byte[] text = "the same text, the same text, the same text".getBytes(StandardCharsets.UTF_8);
    assertThat(Snappy.uncompress(Snappy.compress(text))).isEqualTo(text);
    assertThat(Zstd.decompress(Zstd.compress(text), text.length)).isEqualTo(text);
  }

  @Test
  public void micrometerIsScrapedWithPercentilesAndHistograms() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try {
      Timer timer = Timer.builder("work").publishPercentiles(0.5).register(registry);
      DistributionSummary sizes =
          DistributionSummary.builder("size").serviceLevelObjectives(1, 10).register(registry);
      new JvmMemoryMetrics().bindTo(registry);
      new ProcessorMetrics().bindTo(registry);
      timer.record(1, TimeUnit.SECONDS);
      sizes.record(5);
      assertThat(registry.scrape().lines())
          .contains(
              "work_seconds_count 1",
              "size_bucket{le=\"1.0\"} 0",
              "size_bucket{le=\"10.0\"} 1",
              "size_bucket{le=\"+Inf\"} 1",
              "size_sum 5.0")
          .anyMatch(line -> line.matches("work_seconds\\{quantile=\"0.5\"} (0.9|1.0)\\d*"))
          .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
          .anyMatch(line -> line.startsWith("process_cpu_time_ns_total"));
    } finally {
      registry.close();
    }
  }

  private static <T> T withLoaderOf(Class<?> library, Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(library.getClassLoader());
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Named as Flyway wants it: version, two underscores, description. */
  public static final class V1__one_table extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws Exception {
      try (Statement statement = context.getConnection().createStatement()) {
        statement.execute("create table product (id bigint primary key)");
      }
    }
  }
}
