package org.nightjar.dispatch.internal.examine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.task.Need;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.store.EntryState;
import org.nightjar.store.Products;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Reports;

/** Finds what tasks need besides the product. */
public final class Needs {
  /** Enough for years of a well-watched object; more would not fit into memory with its stamps. */
  private static final int LONGEST_HISTORY = 1000;

  private final Reports reports;
  private final Supplier<Optional<Products>> products;

  /** Needs answered from the store. */
  public Needs(Reports reports, Supplier<Optional<Products>> products) {
    this.reports = reports;
    this.products = products;
  }

  /** Whether every task whose report is needed has spoken about this product, or will not. */
  public boolean settled(TaskInfo task, Envelope envelope) throws NightjarException {
    Optional<Products> known = products.get();
    for (Need need : task.needs()) {
      if (need instanceof Need.Reports wanted && known.isPresent()) {
        Optional<EntryState> state = known.get().standing(envelope.ref().sha256(), wanted.task());
        if (state.equals(Optional.of(EntryState.PENDING))) {
          return false;
        }
      }
    }
    return true;
  }

  /** What there is now. */
  public Needed find(TaskInfo task, Envelope envelope) throws NightjarException {
    Map<Need, List<Envelope>> foundProducts = new LinkedHashMap<>();
    Map<Need.Reports, List<FiledReport>> foundReports = new LinkedHashMap<>();
    Optional<Products> known = products.get();
    for (Need need : task.needs()) {
      if (need instanceof Need.Reports wanted) {
        foundReports.put(wanted, reports.find(of(envelope, wanted)));
      } else if (known.isPresent()) {
        foundProducts.put(need, products(known.get(), need, envelope));
      } else {
        foundProducts.put(need, List.of());
      }
    }
    return new Needed(foundProducts, foundReports);
  }

  private static List<Envelope> products(Products products, Need need, Envelope envelope)
      throws NightjarException {
    if (need instanceof Need.Previous previous) {
      return products.previous(envelope, previous.count());
    }
    if (need instanceof Need.History history) {
      return products.history(envelope, history.days(), LONGEST_HISTORY);
    }
    if (need instanceof Need.Latest latest) {
      return products.latest(latest.kind()).map(List::of).orElse(List.of());
    }
    throw new IllegalArgumentException("not a need for products: " + need);
  }

  private static ReportQuery of(Envelope envelope, Need.Reports wanted) {
    return new ReportQuery(
        Optional.of(envelope.ref().id()),
        Optional.of(wanted.task()),
        Optional.empty(),
        Optional.empty(),
        false,
        1);
  }
}
