package org.nightjar.intake.internal;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.profile.Site;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.dispatch.TaskStatus;
import org.nightjar.environment.Folders;
import org.nightjar.store.internal.attachments.AttachmentFolder;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.StoreSettings;
import org.nightjar.store.internal.ledger.LedgerStore;
import org.nightjar.store.internal.products.ProductStore;
import org.nightjar.store.internal.reports.ReportStore;

/** Intake over a real store, with one task for alerts. */
public final class Observatory implements AutoCloseable {
  private record Settings(String url, String user, String password, int connections)
      implements StoreSettings {
    @Override
    public Class<? extends Annotation> annotationType() {
      return StoreSettings.class;
    }
  }

  /** A quarter to noon, UTC, at Greenwich: still the night of the nineteenth. */
  public static final Instant NOW = Instant.parse("2026-11-20T11:45:00Z");

  private static final Profile GENERIC =
      Profile.of("generic", new Site("Greenwich", 0, 51.5, 45), Map.of(), Map.of());

  /** Its noon comes eight hours later. */
  private static final Profile PALOMAR =
      Profile.of("palomar", new Site("Palomar", -116.9, 33.4, 1712), Map.of(), Map.of());

  public final LocalBus bus = new LocalBus();
  public final Folders folders;
  public final Database database;
  public final LedgerStore ledger;
  public final ReportStore reports;
  public final ProductStore products;
  public final AttachmentFolder attachments;
  public final Readers readers = new Readers();
  public final IntakeService intake;

  public Observatory(Path data) throws NightjarException {
    folders = new Folders(data, data);
    database = new Database(folders, bus, new Settings("", "", "", 2));
    attachments = new AttachmentFolder(folders);
    ledger = new LedgerStore(database, attachments);
    reports = new ReportStore(database);
    products = new ProductStore(database);
    readers.add(new LineReader(), Map.of());
    intake =
        new IntakeService(
            ledger, tasks(), profiles(), readers, folders, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Writes a file beside the data folder. */
  public URI file(String name, String content) throws IOException {
    Path file = folders.data().resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toUri();
  }

  public Submission submission(URI uri) {
    return Submission.of(uri, "test", Priority.LIVE);
  }

  public Profiles profiles() {
    return new Profiles() {
      @Override
      public Profile active() {
        return GENERIC;
      }

      @Override
      public Profile of(Facts header) {
        return header.text("profile").isPresent() ? PALOMAR : GENERIC;
      }

      @Override
      public Profile named(String name) throws NightjarException {
        if (name.equals("generic")) {
          return GENERIC;
        }
        if (name.equals("other")) {
          return Profile.of("other", GENERIC.site(), Map.of(), Map.of());
        }
        throw NightjarException.of(StandardError.NOT_FOUND, "no profile " + name, "", "");
      }

      @Override
      public Set<String> names() {
        return Set.of("generic", "other");
      }
    };
  }

  public TaskDirectory tasks() {
    return new TaskDirectory() {
      @Override
      public List<TaskStatus> tasks() {
        TaskInfo info = TaskInfo.of("transients", "alerts", Kind.ALERT);
        return List.of(new TaskStatus(info, "test", "1.0.0", List.of(), 0, 0, 0, 0));
      }

      @Override
      public Set<String> accepting(Kind kind) {
        return kind.equals(Kind.ALERT) ? Set.of("transients") : Set.of();
      }
    };
  }

  @Override
  public void close() {
    database.close();
  }
}
