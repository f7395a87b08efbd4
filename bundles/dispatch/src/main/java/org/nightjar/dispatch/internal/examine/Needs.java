package org.nightjar.dispatch.internal.examine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Verdict;
import org.nightjar.api.task.Need;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.store.EntryState;
import org.nightjar.store.Ledger;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.Products;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Reports;

/** Finds what tasks need besides the product. */
public final class Needs {
  /** A bound on what a history can bring: tasks look at a source's past, not at an archive. */
  private static final int LONGEST_HISTORY = 1000;

  /** How many products are looked through for each good one that is wanted. */
  private static final int LOOK_BACK = 3;

  private final Ledger ledger;
  private final Reports reports;
  private final Products products;

  /** Needs answered from the store. */
  public Needs(Ledger ledger, Reports reports, Products products) {
    this.ledger = ledger;
    this.reports = reports;
    this.products = products;
  }

  /**
   * Whether every task whose report is needed has spoken about this product, or will not.
   *
   * @param arrival number of the arrival with which the product came
   */
  public boolean settled(TaskInfo task, Envelope envelope, long arrival) throws NightjarException {
    Set<String> wanted =
        task.needs().stream()
            .filter(Need.Reports.class::isInstance)
            .map(need -> ((Need.Reports) need).task())
            .collect(Collectors.toSet());
    if (wanted.isEmpty()) {
      return true;
    }
    for (LedgerEntry entry : ledger.entries(arrival)) {
      boolean concerns =
          wanted.contains(entry.task())
              && entry
                  .product()
                  .filter(product -> product.id().equals(envelope.ref().id()))
                  .isPresent();
      if (concerns && open(entry)) {
        return false;
      }
    }
    return true;
  }

  /** Pending, or the duplicate of an entry that is. */
  private static boolean open(LedgerEntry entry) {
    return entry.state() == EntryState.PENDING
        || (entry.state() == EntryState.DUPLICATE
            && entry.reportKey().isEmpty()
            && entry.problem().isEmpty());
  }

  /** What there is now. */
  public Needed find(TaskInfo task, Envelope envelope) throws NightjarException {
    Map<Need, List<Envelope>> foundProducts = new LinkedHashMap<>();
    Map<Need, List<FiledReport>> foundReports = new LinkedHashMap<>();
    for (Need need : task.needs()) {
      if (need instanceof Need.Reports wanted) {
        foundReports.put(wanted, reports.find(of(envelope, wanted.task(), Optional.empty())));
      } else if (need instanceof Need.GoodBefore good) {
        foundReports.put(good, goodBefore(envelope, good));
      } else {
        foundProducts.put(need, products(need, envelope));
      }
    }
    return new Needed(foundProducts, foundReports);
  }

  private List<Envelope> products(Need need, Envelope envelope) throws NightjarException {
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

  private List<FiledReport> goodBefore(Envelope envelope, Need.GoodBefore wanted)
      throws NightjarException {
    List<FiledReport> good = new ArrayList<>();
    for (Envelope before : products.previous(envelope, wanted.count() * LOOK_BACK)) {
      good.addAll(reports.find(of(before, wanted.task(), Optional.of(Verdict.OK))));
      if (good.size() >= wanted.count()) {
        break;
      }
    }
    return good;
  }

  private static ReportQuery of(Envelope envelope, String task, Optional<Verdict> verdict) {
    return new ReportQuery(
        Optional.of(envelope.ref().id()), Optional.of(task), Optional.empty(), verdict, false, 1);
  }
}
