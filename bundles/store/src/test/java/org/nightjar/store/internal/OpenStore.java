package org.nightjar.store.internal;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.nightjar.environment.Folders;
import org.nightjar.store.internal.attachments.AttachmentFolder;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.Query;
import org.nightjar.store.internal.db.StoreSettings;
import org.nightjar.store.internal.deliveries.DeliveryStore;
import org.nightjar.store.internal.ledger.LedgerStore;
import org.nightjar.store.internal.products.ProductStore;
import org.nightjar.store.internal.reports.ReportStore;

/** The whole store, put together as the framework would. */
final class OpenStore implements AutoCloseable {
  private record Settings(String url, String user, String password, int connections)
      implements StoreSettings {
    @Override
    public Class<? extends Annotation> annotationType() {
      return StoreSettings.class;
    }
  }

  final RecordingBus bus = new RecordingBus();
  final Database database;
  final AttachmentFolder attachments;
  final LedgerStore ledger;
  final ReportStore reports;
  final ProductStore products;
  final DeliveryStore deliveries;

  OpenStore(Path data, String url, String user) throws NightjarException {
    Folders folders = new Folders(data, data);
    database = new Database(folders, bus, new Settings(url, user, "", 2));
    attachments = new AttachmentFolder(folders);
    ledger = new LedgerStore(database, attachments);
    reports = new ReportStore(database);
    products = new ProductStore(database);
    deliveries = new DeliveryStore(database);
  }

  static OpenStore embedded(Path data) throws NightjarException {
    return new OpenStore(data, "", "");
  }

  /** Runs any statement, for what no interface does. */
  void tamper(String sql) throws NightjarException {
    database.write(
        transaction -> {
          try (var statement = transaction.connection().createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  <T> T read(Query<T> query) throws NightjarException {
    return database.read(query);
  }

  @Override
  public void close() {
    database.close();
  }
}
