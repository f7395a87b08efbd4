package org.nightjar.store.internal.products;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Kind;
import org.nightjar.store.Products;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.Sql;
import org.nightjar.store.internal.ledger.ProductRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products in the database. */
@Component
public final class ProductStore implements Products {
  private static final String SELECT =
      "select "
          + ProductRows.COLUMNS
          + " from product p where not exists (select 1 from product later"
          + " where later.sha256 = p.sha256 and later.id > p.id) and p.kind = ?";
  private static final double MILLIS_PER_DAY = 86_400_000;

  private final Database database;

  /** Products in this database. */
  @Activate
  public ProductStore(@Reference Database database) {
    this.database = database;
  }

  @Override
  public List<Envelope> previous(Envelope envelope, int most) throws NightjarException {
    Optional<Instant> observed = ProductRows.observed(envelope.facts());
    if (observed.isEmpty()) {
      return List.of();
    }
    StringBuilder sql = new StringBuilder(SELECT).append(" and p.observed < ?");
    List<Object> arguments = new ArrayList<>();
    arguments.add(envelope.ref().kind().name());
    arguments.add(observed.get());
    same(sql, arguments, envelope, "instrument", FactNames.INSTRUMENT);
    same(sql, arguments, envelope, "detector", FactNames.DETECTOR);
    same(sql, arguments, envelope, "band", FactNames.BAND);
    return newest(sql, arguments, most);
  }

  @Override
  public List<Envelope> history(Envelope envelope, double days, int most) throws NightjarException {
    Optional<Instant> observed = ProductRows.observed(envelope.facts());
    Optional<String> object = ProductRows.column(envelope.facts(), FactNames.OBJECT);
    if (observed.isEmpty() || object.isEmpty()) {
      return List.of();
    }
    Duration back = Duration.ofMillis((long) (days * MILLIS_PER_DAY));
    StringBuilder sql =
        new StringBuilder(SELECT)
            .append(" and p.observed < ? and p.observed >= ? and p.object_name = ?");
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                envelope.ref().kind().name(),
                observed.get(),
                observed.get().minus(back),
                object.get()));
    return newest(sql, arguments, most);
  }

  @Override
  public Optional<Envelope> find(String sha256) throws NightjarException {
    return database.read(
        connection ->
            Sql.first(
                connection,
                "select "
                    + ProductRows.COLUMNS
                    + " from product p where p.sha256 = ? order by p.id desc limit 1",
                ProductRows::envelope,
                sha256));
  }

  @Override
  public Optional<Envelope> latest(Kind kind) throws NightjarException {
    return database.read(
        connection ->
            Sql.first(
                connection,
                SELECT + " order by p.observed desc nulls last, p.id desc limit 1",
                ProductRows::envelope,
                kind.name()));
  }

  private static void same(
      StringBuilder sql, List<Object> arguments, Envelope envelope, String column, String fact) {
    Optional<String> value = ProductRows.column(envelope.facts(), fact);
    sql.append(" and p.").append(column).append(value.isPresent() ? " = ?" : " is null");
    value.ifPresent(arguments::add);
  }

  private List<Envelope> newest(StringBuilder sql, List<Object> arguments, int most)
      throws NightjarException {
    arguments.add(most);
    String whole = sql.append(" order by p.observed desc, p.id desc limit ?").toString();
    return database.read(
        connection -> Sql.list(connection, whole, ProductRows::envelope, arguments.toArray()));
  }
}
