package org.nightjar.itests.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.propagateSystemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.nightjar.launcher.Main;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Every third-party bundle of the distribution resolves and gives a class of its own in a bare
 * framework.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ThirdPartyBundlesTest {
  /** A class of each by symbolic name. A new bundle without a line here fails the test. */
  private static final Map<String, String> TOUCHED =
      Map.ofEntries(
          Map.entry("avro", "org.apache.avro.Schema$Parser"),
          Map.entry(
              "com.fasterxml.jackson.core.jackson-annotations",
              "com.fasterxml.jackson.annotation.JsonProperty"),
          Map.entry(
              "com.fasterxml.jackson.core.jackson-core", "com.fasterxml.jackson.core.JsonFactory"),
          Map.entry(
              "com.fasterxml.jackson.core.jackson-databind",
              "com.fasterxml.jackson.databind.ObjectMapper"),
          Map.entry("com.h2database", "org.h2.jdbcx.JdbcDataSource"),
          Map.entry("com.zaxxer.HikariCP", "com.zaxxer.hikari.HikariConfig"),
          Map.entry("io.netty.buffer", "io.netty.buffer.PooledByteBufAllocator"),
          Map.entry("io.netty.codec-base", "io.netty.handler.codec.ByteToMessageDecoder"),
          Map.entry(
              "io.netty.codec-compression", "io.netty.handler.codec.compression.JdkZlibDecoder"),
          Map.entry("io.netty.codec-dns", "io.netty.handler.codec.dns.DnsRecordType"),
          Map.entry("io.netty.codec-http", "io.netty.handler.codec.http.HttpServerCodec"),
          Map.entry("io.netty.codec-http2", "io.netty.handler.codec.http2.Http2FrameCodec"),
          Map.entry("io.netty.codec-socks", "io.netty.handler.codec.socks.SocksMessageEncoder"),
          Map.entry("io.netty.common", "io.netty.util.concurrent.DefaultPromise"),
          Map.entry("io.netty.handler", "io.netty.handler.ssl.SslContextBuilder"),
          Map.entry("io.netty.handler-proxy", "io.netty.handler.proxy.Socks5ProxyHandler"),
          Map.entry("io.netty.resolver", "io.netty.resolver.DefaultAddressResolverGroup"),
          Map.entry("io.netty.resolver-dns", "io.netty.resolver.dns.DnsNameResolverBuilder"),
          Map.entry("io.netty.transport", "io.netty.channel.nio.NioIoHandler"),
          Map.entry(
              "io.netty.transport-native-unix-common", "io.netty.channel.unix.FileDescriptor"),
          Map.entry(
              "org.apache.commons.commons-codec", "org.apache.commons.codec.digest.DigestUtils"),
          Map.entry(
              "org.apache.commons.commons-compress",
              "org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream"),
          Map.entry("org.apache.commons.commons-io", "org.apache.commons.io.IOUtils"),
          Map.entry("org.apache.commons.lang3", "org.apache.commons.lang3.StringUtils"),
          Map.entry("org.apache.commons.math3", "org.apache.commons.math3.util.FastMath"),
          Map.entry("org.apache.felix.configadmin", "org.osgi.service.cm.ConfigurationAdmin"),
          Map.entry("org.apache.felix.metatype", "org.osgi.service.metatype.MetaTypeService"),
          Map.entry(
              "org.apache.felix.scr", "org.osgi.service.component.runtime.ServiceComponentRuntime"),
          Map.entry("org.nightjar.wrapped.flyway", "org.flywaydb.core.Flyway"),
          Map.entry(
              "org.nightjar.wrapped.micrometer",
              "io.micrometer.prometheusmetrics.PrometheusMeterRegistry"),
          Map.entry("org.nightjar.wrapped.nom-tam-fits", "nom.tam.fits.Fits"),
          Map.entry(
              "org.nightjar.wrapped.parquet", "org.apache.parquet.hadoop.metadata.ParquetMetadata"),
          Map.entry("org.nightjar.wrapped.vertx", "io.vertx.ext.web.Router"),
          Map.entry("org.osgi.service.component", "org.osgi.service.component.ComponentContext"),
          Map.entry("org.osgi.service.log", "org.osgi.service.log.LogService"),
          Map.entry("org.osgi.util.function", "org.osgi.util.function.Function"),
          Map.entry("org.osgi.util.promise", "org.osgi.util.promise.Promise"),
          Map.entry("org.postgresql.jdbc", "org.postgresql.Driver"),
          Map.entry("org.snakeyaml.engine", "org.snakeyaml.engine.v2.api.Load"),
          Map.entry("org.tukaani.xz", "org.tukaani.xz.XZInputStream"),
          Map.entry("picocli", "picocli.CommandLine"));

  @Inject private BundleContext context;

  /**
   * Every bundle of the distribution but our own that are not wrappers, and the launcher's
   * packages.
   */
  @Configuration
  public Option[] configuration() throws IOException {
    List<Option> options = new ArrayList<>();
    for (Path level : Distribution.levels()) {
      for (Path jar : Distribution.bundles(level)) {
        String name = jar.getFileName().toString();
        if (!name.startsWith("nightjar-") || name.startsWith("nightjar-wrapped-")) {
          int startLevel = Integer.parseInt(level.getFileName().toString());
          options.add(bundle("reference:" + jar.toUri()).startLevel(startLevel));
        }
      }
    }
    return options(
        CoreOptions.composite(options.toArray(Option[]::new)),
        systemPackages(launcherPackages()),
        propagateSystemProperty("java.io.tmpdir"),
        junitBundles(),
        cleanCaches(),
        frameworkStartLevel(100),
        systemTimeout(60_000));
  }

  private static String[] launcherPackages() throws IOException {
    try (InputStream list = Main.class.getResourceAsStream("system-packages.txt")) {
      String assertions = "org.assertj.core.api";
      return Stream.concat(
              new String(list.readAllBytes(), StandardCharsets.UTF_8).lines(),
              Stream.of(assertions))
          .toArray(String[]::new);
    }
  }

  @Test
  public void eachResolvesAndGivesAClass() throws Exception {
    Map<String, Class<?>> touched = new LinkedHashMap<>();
    for (Map.Entry<String, String> expected : TOUCHED.entrySet()) {
      Bundle bundle = named(expected.getKey());
      assertThat(bundle.getState()).as("%s is active", bundle).isEqualTo(Bundle.ACTIVE);
      touched.put(
          expected.getKey(),
          Class.forName(
              expected.getValue(), true, bundle.adapt(BundleWiring.class).getClassLoader()));
    }
    assertThat(touched).hasSize(TOUCHED.size());
    assertThat(TOUCHED.keySet())
        .as("no third-party bundle goes untouched")
        .containsAll(installed());
  }

  private List<String> installed() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getLocation().startsWith("reference:"))
        .map(Bundle::getSymbolicName)
        .toList();
  }

  private Bundle named(String symbolicName) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(symbolicName + " is not installed"));
  }
}
