package org.nightjar.sinks.internal;

import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.bus.Address;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.bus.Topic;
import org.nightjar.environment.Folders;
import org.nightjar.store.Placement;
import org.nightjar.store.WorkItem;
import org.nightjar.store.internal.attachments.AttachmentFolder;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.StoreSettings;
import org.nightjar.store.internal.deliveries.DeliveryStore;
import org.nightjar.store.internal.ledger.LedgerStore;
import org.nightjar.store.internal.products.ProductStore;
import org.nightjar.store.internal.reports.ReportStore;

/** The real store in a folder, and reports to put into it. */
public final class Store implements AutoCloseable {
  public static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);

  private record Settings(String url, String user, String password, int connections)
      implements StoreSettings {
    @Override
    public Class<? extends Annotation> annotationType() {
      return StoreSettings.class;
    }
  }

  public final Events bus = new Events();
  public final Folders folders;
  public final Database database;
  public final AttachmentFolder attachments;
  public final LedgerStore ledger;
  public final ReportStore reports;
  public final ProductStore products;
  public final DeliveryStore deliveries;

  public Store(Path data) throws NightjarException {
    folders = new Folders(data, data);
    database = new Database(folders, bus, new Settings("", "", "", 2));
    attachments = new AttachmentFolder(folders);
    ledger = new LedgerStore(database, attachments);
    reports = new ReportStore(database);
    products = new ProductStore(database);
    deliveries = new DeliveryStore(database);
  }

  /** Files a report on the product at a path whose content is the path itself. */
  public FiledReport file(String path, String version, Report report) throws NightjarException {
    Submission submission =
        Submission.of(URI.create("file:" + path), "test", Priority.LIVE)
            .withKey(path + " " + version);
    Envelope envelope =
        new Envelope(
            product(path),
            Facts.NONE.with("instrument", "cam<1>").with("exposureTime", 30.5),
            NIGHT,
            Priority.LIVE,
            Optional.empty());
    ledger.enter(
        submission,
        NIGHT,
        List.of(new Placement(envelope, Set.of("imaging"), Optional.empty())),
        Optional.empty());
    WorkItem item = ledger.pending("imaging", 1, Set.of()).get(0);
    FiledReport filed = filed(path, version, report);
    reports.file(item, filed);
    return filed;
  }

  /** A report on the product at a path. */
  public static FiledReport filed(String path, String version, Report report) {
    return new FiledReport(
        sha256(path + version),
        product(path),
        "imaging",
        NIGHT,
        report,
        new Provenance(
            "org.nightjar.imaging",
            version,
            List.of(),
            sha256("configuration"),
            Map.of(),
            "",
            Instant.EPOCH,
            Duration.ofMillis(1500)),
        ReportState.CURRENT,
        "",
        Instant.EPOCH);
  }

  private static ProductRef product(String path) {
    return ProductRef.of(Kind.EXPOSURE, URI.create("file:" + path), 0, path.length(), sha256(path));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }

  /** Events in this process alone. */
  public static final class Events implements Bus {
    private final List<Consumer<Object>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public <Q, R> Registration serve(
        Address<Q, R> address, Function<Q, CompletionStage<R>> handler) {
      throw new UnsupportedOperationException("not needed");
    }

    @Override
    public <Q, R> CompletableFuture<R> request(Address<Q, R> address, Q question, Duration atMost) {
      throw new UnsupportedOperationException("not needed");
    }

    @Override
    public <T> void publish(Topic<T> topic, T event) {
      listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public <T> Registration subscribe(Topic<T> topic, Consumer<T> listener) {
      Consumer<Object> each =
          event -> {
            if (topic.type().isInstance(event)) {
              listener.accept(topic.type().cast(event));
            }
          };
      listeners.add(each);
      return () -> listeners.remove(each);
    }
  }
}
