package org.nightjar.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nightjar.store.internal.Samples.NIGHT;
import static org.nightjar.store.internal.Samples.TRUNCATED;
import static org.nightjar.store.internal.Samples.UNKNOWN;
import static org.nightjar.store.internal.Samples.placed;
import static org.nightjar.store.internal.Samples.report;
import static org.nightjar.store.internal.Samples.submission;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.api.report.Verdict;
import org.nightjar.store.Entered;
import org.nightjar.store.EntryState;
import org.nightjar.store.Filing;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.LedgerLine;
import org.nightjar.store.Placement;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Settled;
import org.nightjar.store.WorkItem;

/** What the store promises, whichever database is behind it. */
abstract class StoreContract {
  private static final ReportQuery ALL_CURRENT = query(Optional.empty(), false);

  @TempDir Path data;
  private OpenStore store;

  abstract OpenStore open(Path folder) throws NightjarException;

  @BeforeEach
  void openStore() throws NightjarException {
    store = open(data);
  }

  @AfterEach
  void closeStore() throws NightjarException {
    List<String> wrong = store.ledger.audit();
    store.close();
    assertThat(wrong).isEmpty();
  }

  @Test
  void anArrivalIsEnteredOnceAndToldWithItsWork() throws NightjarException {
    Submission keyed = submission("a.fits").withKey("a.fits|3|1");
    Receipt first = enter(keyed, placed("a", "imaging", "ghosts"));
    Receipt again = enter(keyed, placed("a", "imaging", "ghosts"));

    assertThat(first.again()).isFalse();
    assertThat(again)
        .isEqualTo(new Receipt(first.arrival(), true, first.products(), first.problem()));
    assertThat(store.ledger.received("folder", "a.fits|3|1")).contains(again);
    assertThat(store.ledger.received("other", "a.fits|3|1")).isEmpty();
    List<Entered> told = store.bus.take(Entered.class);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).items())
        .extracting(WorkItem::task)
        .containsExactlyInAnyOrder("imaging", "ghosts");
    assertThat(store.ledger.pending(first.arrival())).isEqualTo(2);
    assertThat(store.ledger.tasksWithPendingWork()).containsExactlyInAnyOrder("imaging", "ghosts");
  }

  @Test
  void whatStillWaitsIsNotJudgedTwice() throws NightjarException {
    long first = enter(submission("a.fits"), placed("a", "imaging")).arrival();
    long copy = enter(submission("b.fits"), placed("a", "imaging")).arrival();
    long both = enter(submission("c"), placed("b", "imaging"), placed("b", "imaging")).arrival();

    assertThat(states(copy)).containsExactly(EntryState.DUPLICATE);
    assertThat(states(both)).containsExactly(EntryState.PENDING, EntryState.DUPLICATE);
    FiledReport report = report(item("imaging", first));
    store.reports.file(item("imaging", first), report);
    assertThat(store.ledger.entries(copy).get(0).reportKey()).contains(report.key());
    store.ledger.quarantine(item("imaging", both), TRUNCATED);
    assertThat(store.ledger.entries(both))
        .allSatisfy(entry -> assertThat(entry.problem()).contains(TRUNCATED));
  }

  @Test
  void filesAndProductsThatNobodyTakesAreAccountedForUnderIntake() throws NightjarException {
    long unknown =
        store.ledger.enter(submission("n"), NIGHT, List.of(), Optional.of(UNKNOWN)).arrival();
    long damaged =
        store
            .ledger
            .enter(submission("a"), NIGHT, List.of(placed("a", "imaging")), Optional.of(TRUNCATED))
            .arrival();
    enter(submission("u"), Samples.unwanted("u"));

    assertThat(states(unknown)).containsExactly(EntryState.REJECTED);
    assertThat(states(damaged)).containsExactly(EntryState.PENDING, EntryState.QUARANTINED);
    assertThat(lines())
        .containsExactly(
            new LedgerLine(NIGHT, "imaging", 1, 0, 0, 0, 0, 1, Map.of()),
            new LedgerLine(
                NIGHT,
                LedgerLine.INTAKE,
                3,
                0,
                2,
                1,
                0,
                0,
                Map.of("UNKNOWN_FORMAT", 1L, "UNWANTED", 1L, "TRUNCATED", 1L)));
  }

  @Test
  void aLargeFileIsEnteredInPiecesAndContinuedAfterARestart() throws NightjarException {
    Submission keyed = submission("night.avro").withKey("k").forTasks(Set.of("transients"));
    long arrival = store.ledger.begin(keyed, NIGHT);
    store.ledger.add(arrival, 0, alerts(0, 10));
    assertThat(store.ledger.received("folder", "k")).isEmpty();
    store.close();
    store = open(data);

    assertThat(store.ledger.unfinished()).containsExactly(Map.entry(arrival, keyed));
    assertThat(store.ledger.begin(keyed, NIGHT)).isEqualTo(arrival);
    store.ledger.add(arrival, 0, alerts(0, 7));
    store.ledger.add(arrival, 7, alerts(7, 14));
    Receipt receipt = store.ledger.finish(arrival, Optional.of(TRUNCATED));
    assertThat(receipt.again()).isFalse();
    assertThat(receipt.products()).hasSize(14).doesNotHaveDuplicates();
    assertThat(store.ledger.finish(arrival, Optional.empty()).again()).isTrue();
    assertThat(store.ledger.pending("transients", 100, Set.of())).hasSize(14);
    assertThat(store.ledger.unfinished()).isEmpty();
    assertThatThrownBy(() -> store.ledger.add(arrival, 15, alerts(15, 16)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void workComesByUrgencyThenByAge() throws NightjarException {
    for (Priority priority : List.of(Priority.BULK, Priority.LIVE, Priority.INTERACTIVE)) {
      for (int i = 0; i < 2; i++) {
        enter(
            submission(priority.name() + i),
            new Placement(
                Samples.envelope(priority + " " + i, Facts.NONE, priority),
                Set.of("imaging"),
                Optional.empty()));
      }
    }
    List<WorkItem> all = store.ledger.pending("imaging", 10, Set.of());
    assertThat(all)
        .extracting(item -> item.envelope().ref().uri().getPath())
        .containsExactly(
            "/night/LIVE_0",
            "/night/LIVE_1",
            "/night/INTERACTIVE_0",
            "/night/INTERACTIVE_1",
            "/night/BULK_0",
            "/night/BULK_1");
    Set<Long> inMemory = Set.of(all.get(0).entry(), all.get(2).entry());
    assertThat(store.ledger.pending("imaging", 2, inMemory))
        .containsExactly(all.get(1), all.get(3));
    assertThat(store.ledger.pending("other", 2, Set.of())).isEmpty();
  }

  @Test
  void aReportSettlesItsEntryAndComesBackAsItWas() throws NightjarException {
    WorkItem item = item("imaging", enter(submission("a"), placed("a", "imaging")).arrival());
    Attachment mask = store.attachments.put("mask.fits", "application/fits", new byte[2880]);
    Report content =
        Report.builder()
            .because(Verdict.JUNK, "a trail crosses it: \"\u00e9\"")
            .measure("nothing", Double.NaN, "")
            .measure("background", 1234.5678901234567, "adu")
            .find(Finding.of("satellite-trail", "straight\nand long ".repeat(5000)))
            .attach(mask)
            .build();
    FiledReport report = report(item, "1.0.0", content);
    store.reports.file(item, report);
    store.reports.file(item, report(item, "2.0.0", content));

    assertThat(store.reports.find(report.key())).contains(report);
    assertThat(store.reports.find(ALL_CURRENT)).containsExactly(report);
    assertThat(store.bus.take(Settled.class))
        .containsExactly(
            new Settled(
                item.entry(),
                item.arrival(),
                "imaging",
                EntryState.REPORTED,
                Optional.of(report.key()),
                Optional.empty()));
    assertThat(store.ledger.settled(item.arrival())).hasSize(1);
    assertThat(store.ledger.pending(item.arrival())).isZero();
  }

  @Test
  void aNewerReportSupersedesAndTheSameOneIsADuplicate() throws NightjarException {
    FiledReport old = reportOn("a", "1.0.0");
    FiledReport young = reportOn("a", "2.0.0");
    WorkItem third = item("imaging", enter(submission("a3"), placed("a", "imaging")).arrival());
    store.reports.file(third, report(third, "2.0.0", Report.builder().build()));
    WorkItem fourth = item("imaging", enter(submission("a4"), placed("a", "imaging")).arrival());
    store.reports.duplicate(fourth, young.key());

    assertThat(states(third.arrival())).containsExactly(EntryState.DUPLICATE);
    assertThat(store.ledger.entries(fourth.arrival()).get(0).reportKey()).contains(young.key());
    assertThat(store.reports.find(ALL_CURRENT)).containsExactly(young);
    List<FiledReport> all = store.reports.find(query(Optional.empty(), true));
    assertThat(all).extracting(FiledReport::key).containsExactly(young.key(), old.key());
    assertThat(all.get(1).state()).isEqualTo(ReportState.SUPERSEDED);
    assertThat(all.get(1).stateReason()).contains(young.key());
    assertThat(store.deliveries.since(0, 10))
        .extracting(change -> change.report().key())
        .containsExactly(all.get(1).key(), all.get(1).key(), young.key());
    store.deliveries.delivered("folder", store.deliveries.last());
    assertThat(store.deliveries.delivered("folder")).isEqualTo(3);
  }

  @Test
  void reportsAreFoundByWhatIsAsked() throws NightjarException {
    FiledReport report = reportOn("a", "1.0.0");
    reportOn("b", "1.0.0");
    String id = report.product().id();
    assertThat(store.reports.find(query(Optional.of(id), false))).containsExactly(report);
    assertThat(store.reports.find(query(Optional.of(id.substring(0, 9)), false)))
        .containsExactly(report);
    assertThat(store.reports.find(query(Optional.of("0".repeat(20)), false))).isEmpty();
    assertThatThrownBy(() -> store.reports.find(query(Optional.of("x' or 1=1"), false)))
        .hasMessageContaining("BAD_ARGUMENT");
    assertThat(
            store.reports.find(
                new ReportQuery(
                    Optional.empty(),
                    Optional.of("imaging"),
                    Optional.of(NIGHT),
                    Optional.of(Verdict.OK),
                    false,
                    1)))
        .hasSize(1);
  }

  @Test
  void aBatchOfReportsIsFiledTogether() throws NightjarException {
    store.ledger.enter(submission("n"), NIGHT, alerts(0, 50), Optional.empty());
    List<Filing> filings =
        store.ledger.pending("transients", 50, Set.of()).stream()
            .map(item -> new Filing(item, report(item)))
            .toList();
    store.reports.file(filings);
    assertThat(store.bus.take(Settled.class)).hasSize(50);
    assertThat(lines())
        .containsExactly(new LedgerLine(NIGHT, "transients", 50, 50, 0, 0, 0, 0, Map.of()));
  }

  @Test
  void quarantinedWorkIsKeptAndReDriven() throws NightjarException {
    WorkItem a = item("imaging", enter(submission("a"), placed("a", "imaging")).arrival());
    WorkItem b = item("ghosts", enter(submission("b"), placed("b", "ghosts")).arrival());
    store.ledger.quarantine(a, TRUNCATED);
    store.ledger.quarantine(a, UNKNOWN);
    store.ledger.quarantine(b, TRUNCATED);
    store.bus.take(Entered.class);

    assertThat(store.bus.take(Settled.class)).hasSize(2);
    assertThat(store.ledger.entries(a.arrival()).get(0).problem()).contains(TRUNCATED);
    assertThat(store.ledger.redrive(NIGHT.plusDays(1), Optional.empty())).isZero();
    assertThat(store.ledger.redrive(NIGHT, Optional.of("imaging"))).isEqualTo(1);
    assertThat(store.bus.take(Entered.class)).containsExactly(new Entered(List.of(a)));
    assertThat(store.ledger.redrive(NIGHT, Optional.empty())).isEqualTo(1);
    assertThat(lines()).allSatisfy(line -> assertThat(line.reasons()).isEmpty());
    store.reports.file(a, report(a));
    assertThat(states(a.arrival())).containsExactly(EntryState.REPORTED);
  }

  @Test
  void envelopesComeBackAsTheyWere() throws NightjarException {
    Facts facts =
        new Facts(
            Map.of(
                "observed",
                "2026-11-20T20:00:00.5Z",
                "object",
                "M 67\u0000" + "x".repeat(300),
                "ra",
                132.8,
                "count",
                7L,
                "history",
                List.of(Map.of("jd", 1.0))));
    Placement placement = placed("a", facts);
    enter(submission("a"), placement);
    assertThat(store.ledger.pending("imaging", 1, Set.of()).get(0).envelope())
        .isEqualTo(placement.envelope());
  }

  @Test
  void productsAreFoundByTheirFacts() throws NightjarException {
    for (int hour = 0; hour < 6; hour++) {
      enter(submission("r" + hour), placed("r" + hour, observed(hour, "r")));
      enter(submission("g" + hour), placed("g" + hour, observed(hour, "g")));
    }
    enter(submission("again"), placed("r3", observed(3, "r")));
    enter(submission("timeless"), placed("timeless", Facts.NONE));
    var now = placed("r4", observed(4, "r")).envelope();

    assertThat(store.products.previous(now, 3))
        .extracting(envelope -> envelope.ref().uri().getPath())
        .containsExactly("/night/r3", "/night/r2", "/night/r1");
    assertThat(store.products.history(now, 2.5 / 24, 10))
        .extracting(envelope -> envelope.ref().uri().getPath())
        .containsExactly("/night/r3", "/night/g3", "/night/g2", "/night/r2");
    assertThat(store.products.latest(Kind.EXPOSURE).orElseThrow().ref().uri().getPath())
        .isEqualTo("/night/g5");
    assertThat(store.products.latest(Kind.SKY_MAP)).isEmpty();
    assertThat(store.products.previous(placed("x", Facts.NONE).envelope(), 3)).isEmpty();
  }

  @Test
  void manyWritersShareCommitsAndNothingIsLost() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Receipt>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String name = "a" + i % 150;
        calls.add(() -> enter(submission(name).withKey(name), placed(name, "imaging")));
      }
      List<Receipt> receipts = new ArrayList<>();
      for (Future<Receipt> each : threads.invokeAll(calls)) {
        receipts.add(each.get());
        assertThat(store.ledger.audit()).isEmpty();
      }
      assertThat(receipts.stream().map(Receipt::arrival).distinct()).hasSize(150);
      assertThat(receipts.stream().filter(Receipt::again)).hasSize(50);
    } finally {
      threads.shutdownNow();
    }
    assertThat(lines())
        .containsExactly(new LedgerLine(NIGHT, "imaging", 150, 0, 0, 0, 0, 150, Map.of()));
  }

  @Test
  void oneThatFailsInAGroupFailsAlone() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String name = "a" + i;
        long nowhere = -1;
        calls.add(
            Integer.parseInt(name.substring(1)) % 3 == 0
                ? () -> fails(() -> store.ledger.finish(nowhere, Optional.empty()))
                : () -> !fails(() -> enter(submission(name), placed(name, "imaging"))));
      }
      for (Future<Boolean> each : threads.invokeAll(calls)) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(store.ledger.pending("imaging", 100, Set.of())).hasSize(40);
  }

  @Test
  void anInterruptedCallerHarmsNobody() throws NightjarException {
    Thread.currentThread().interrupt();
    enter(submission("a"), placed("a", "imaging"));
    assertThat(store.ledger.pending("imaging", 9, Set.of())).hasSize(1);
    assertThat(Thread.interrupted()).isTrue();
    enter(submission("b"), placed("b", "imaging"));
    assertThat(store.ledger.pending("imaging", 9, Set.of())).hasSize(2);
  }

  @Test
  void theAuditSeesWhatDoesNotFit() throws Exception {
    FiledReport report = reportOn("a", "1.0.0");
    WorkItem item = item("imaging", enter(submission("b"), placed("b", "imaging")).arrival());
    Attachment mask = store.attachments.put("mask.png", "image/png", new byte[] {1, 2, 3});
    store.reports.file(item, report(item, "1", Report.builder().attach(mask).build()));
    assertThat(store.ledger.audit()).isEmpty();

    audited("update account set received = received + 1", "received is counted as 3");
    audited("update account set received = received - 1", "");
    audited("update entry set state = 'PENDING' where id = " + item.entry(), "there are 1 entries");
    audited("update entry set state = 'REPORTED' where id = " + item.entry(), "");
    audited("update report set report_key = 'x' where entry <> " + item.entry(), "is missing");
    audited("update report set report_key = '" + report.key() + "' where report_key = 'x'", "");
    audited("update product set arrival = arrival where 1 = 0", "");
    Path file = store.attachments.file(mask.sha256());
    Files.write(file, new byte[] {1});
    assertThat(store.ledger.audit()).singleElement().asString().contains("1 bytes instead of 3");
    Files.delete(file);
    assertThat(store.ledger.audit()).singleElement().asString().contains("missing");
    store.attachments.put("mask.png", "image/png", new byte[] {1, 2, 3});
  }

  private void audited(String change, String complaint) throws NightjarException {
    store.tamper(change);
    if (complaint.isEmpty()) {
      assertThat(store.ledger.audit()).isEmpty();
    } else {
      assertThat(String.join("\n", store.ledger.audit())).contains(complaint);
    }
  }

  private FiledReport reportOn(String content, String version) throws NightjarException {
    WorkItem item =
        item("imaging", enter(submission(content), placed(content, "imaging")).arrival());
    FiledReport report = report(item, version, Report.builder().build());
    store.reports.file(item, report);
    return report;
  }

  private Receipt enter(Submission submission, Placement... products) throws NightjarException {
    return store.ledger.enter(submission, NIGHT, List.of(products), Optional.empty());
  }

  private WorkItem item(String task, long arrival) throws NightjarException {
    return store.ledger.pending(task, 1000, Set.of()).stream()
        .filter(each -> each.arrival() == arrival)
        .findFirst()
        .orElseThrow();
  }

  private List<EntryState> states(long arrival) throws NightjarException {
    return store.ledger.entries(arrival).stream().map(LedgerEntry::state).toList();
  }

  private List<LedgerLine> lines() throws NightjarException {
    List<LedgerLine> lines = store.ledger.lines(Optional.of(NIGHT), Optional.empty());
    assertThat(lines).allMatch(LedgerLine::balanced);
    return lines.stream()
        .sorted((a, b) -> Boolean.compare(a.task().equals("intake"), b.task().equals("intake")))
        .toList();
  }

  private static List<Placement> alerts(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> placed("alert " + i, "transients")).toList();
  }

  private static Facts observed(int hour, String band) {
    return new Facts(
        Map.of(
            "observed",
            "2026-11-20T2%d:00:00Z".formatted(hour).replace("T2", "T0"),
            "band",
            band,
            "detector",
            "S29",
            "object",
            "M 67"));
  }

  private static ReportQuery query(Optional<String> product, boolean all) {
    return new ReportQuery(product, Optional.empty(), Optional.empty(), Optional.empty(), all, 100);
  }

  private static boolean fails(Callable<?> call) {
    try {
      call.call();
      return false;
    } catch (Exception e) {
      return true;
    }
  }
}
