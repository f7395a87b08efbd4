package org.nightjar.store.internal.ledger;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.ProductRef;
import org.nightjar.json.FactsJson;
import org.nightjar.json.JsonLine;
import org.nightjar.store.internal.db.Sql;

/** Products as rows: one for each time a product arrived. */
public final class ProductRows {
  /** What {@link #envelope} and {@link #ref} read, of a table named {@code p}. */
  public static final String COLUMNS =
      "p.kind, p.uri, p.byte_offset, p.byte_length, p.sha256, p.night, p.priority, p.deadline,"
          + " p.facts";

  private static final String INSERT =
      "insert into product (arrival, place, sha256, kind, uri, byte_offset, byte_length, night,"
          + " priority, deadline, observed, instrument, detector, band, object_name, facts)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final int LONGEST = 200;

  private ProductRows() {}

  static List<Long> insert(Connection connection, long arrival, int from, List<Envelope> envelopes)
      throws SQLException {
    List<Object[]> rows = new ArrayList<>(envelopes.size());
    for (Envelope envelope : envelopes) {
      rows.add(row(arrival, from + rows.size(), envelope));
    }
    return rows.isEmpty() ? List.of() : Sql.insertAll(connection, INSERT, rows);
  }

  /** The product on this row. */
  public static ProductRef ref(ResultSet row) throws SQLException {
    return ProductRef.of(
        new Kind(row.getString("kind")),
        URI.create(row.getString("uri")),
        row.getLong("byte_offset"),
        row.getLong("byte_length"),
        row.getString("sha256"));
  }

  /** The envelope on this row. */
  public static Envelope envelope(ResultSet row) throws SQLException, NightjarException {
    return new Envelope(
        ref(row),
        FactsJson.read(JsonLine.read(row.getString("facts"), "product.facts")),
        row.getObject("night", LocalDate.class),
        Priority.valueOf(row.getString("priority")),
        Sql.time(row, "deadline"));
  }

  /** When a product says it was observed; empty if it does not, or not in ISO-8601. */
  public static Optional<Instant> observed(Facts facts) {
    try {
      return facts
          .text(FactNames.OBSERVED)
          .map(text -> OffsetDateTime.parse(text).toInstant())
          .filter(moment -> moment.isAfter(Instant.EPOCH.minusSeconds(1L << 32)))
          .filter(moment -> moment.isBefore(Instant.EPOCH.plusSeconds(1L << 34)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A fact as it stands in a column: short, without control characters. */
  public static Optional<String> column(Facts facts, String name) {
    return facts
        .text(name)
        .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }

  private static Object[] row(long arrival, int place, Envelope envelope) {
    ProductRef ref = envelope.ref();
    Facts facts = envelope.facts();
    return new Object[] {
      arrival,
      place,
      ref.sha256(),
      ref.kind().name(),
      ref.uri().toString(),
      ref.offset(),
      ref.length(),
      envelope.night(),
      envelope.priority(),
      envelope.deadline(),
      observed(facts),
      column(facts, FactNames.INSTRUMENT),
      column(facts, FactNames.DETECTOR),
      column(facts, FactNames.BAND),
      column(facts, FactNames.OBJECT),
      JsonLine.write(FactsJson.write(facts))
    };
  }
}
