package org.nightjar.store.internal.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.Sql;

/** Reports by the numbers of their rows; one page of them is in memory. Not for several threads. */
final class PagedReports extends AbstractList<FiledReport> {
  private static final int PAGE = 64;

  private final Database database;
  private final long[] numbers;
  private int first;
  private List<FiledReport> page = List.of();

  PagedReports(Database database, long[] numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public FiledReport get(int index) {
    if (index < first || index >= first + page.size()) {
      first = index - index % PAGE;
      try {
        page = read(first, Math.min(numbers.length, first + PAGE));
      } catch (NightjarException e) {
        throw new UncheckedIOException(new IOException(e.problem().toString(), e));
      }
    }
    return page.get(index - first);
  }

  private List<FiledReport> read(int from, int to) throws NightjarException {
    return database.read(
        connection -> {
          List<FiledReport> reports = new ArrayList<>(to - from);
          for (int i = from; i < to; i++) {
            reports.add(
                Sql.first(
                        connection,
                        ReportRows.SELECT + " where id = ?",
                        ReportRows::report,
                        numbers[i])
                    .orElseThrow());
          }
          return reports;
        });
  }
}
