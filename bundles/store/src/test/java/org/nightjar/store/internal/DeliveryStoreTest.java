package org.nightjar.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.store.Placement;
import org.nightjar.store.ReportChange;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.WorkItem;

class DeliveryStoreTest {
  private static final ReportQuery CURRENT =
      new ReportQuery(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, 1);

  @TempDir Path data;
  private OpenStore store;

  @BeforeEach
  void open() throws NightjarException {
    store = OpenStore.embedded(data);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyFilingAndChangeOfStateIsNumberedInOrder() throws NightjarException {
    assertThat(store.deliveries.last()).isZero();
    FiledReport old = filed("a", "1");
    FiledReport other = filed("b", "1");
    FiledReport young = filed("a", "2");

    List<ReportChange> changes = store.deliveries.since(0, 10);
    assertThat(changes).extracting(ReportChange::number).containsExactly(1L, 2L, 3L, 4L);
    assertThat(changes)
        .extracting(change -> change.report().key())
        .containsExactly(old.key(), other.key(), old.key(), young.key());
    assertThat(changes.get(2).report().state()).isEqualTo(ReportState.SUPERSEDED);
    assertThat(store.deliveries.last()).isEqualTo(4);
    assertThat(store.deliveries.since(2, 1)).extracting(ReportChange::number).containsExactly(3L);
    assertThat(store.deliveries.since(4, 10)).isEmpty();
  }

  @Test
  void aSinkGoesOnWhereItStoppedAfterARestart() throws NightjarException {
    filed("a", "1");
    assertThat(store.deliveries.delivered("folder")).isZero();
    store.deliveries.delivered("folder", 1);
    store.deliveries.delivered("kafka", 0);
    store.close();
    open();
    filed("b", "1");
    assertThat(store.deliveries.delivered("folder")).isEqualTo(1);
    assertThat(store.deliveries.delivered("kafka")).isZero();
    assertThat(store.deliveries.since(1, 10)).extracting(ReportChange::number).containsExactly(2L);
    store.deliveries.delivered("folder", 0);
    assertThat(store.deliveries.delivered("folder")).isZero();
  }

  @Test
  void aListLongerThanAPageIsReadWhileItIsWalked() throws NightjarException {
    for (int i = 0; i < 150; i++) {
      filed("product-" + i, "1");
    }
    List<FiledReport> all = store.reports.all(CURRENT);
    assertThat(all).hasSize(150);
    assertThat(all).extracting(FiledReport::key).doesNotHaveDuplicates();
    assertThat(all.get(149)).isEqualTo(store.reports.find(CURRENT).get(0));
    assertThat(all.get(0)).isNotEqualTo(all.get(149));
  }

  @Test
  void aProductIsFoundByItsChecksum() throws NightjarException {
    FiledReport report = filed("a", "1");
    assertThat(store.products.find(report.product().sha256()).orElseThrow().ref())
        .isEqualTo(report.product());
    assertThat(store.products.find("0".repeat(64))).isEmpty();
  }

  private FiledReport filed(String content, String version) throws NightjarException {
    Placement placed = Samples.placed(content, "imaging");
    store.ledger.enter(
        Samples.submission(content), Samples.NIGHT, List.of(placed), Optional.empty());
    WorkItem item = store.ledger.pending("imaging", 1, Set.of()).get(0);
    FiledReport report = Samples.report(item, version, Report.builder().build());
    store.reports.file(item, report);
    return report;
  }
}
