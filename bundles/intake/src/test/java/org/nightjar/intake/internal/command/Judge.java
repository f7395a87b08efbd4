package org.nightjar.intake.internal.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.api.report.Verdict;
import org.nightjar.bus.Registration;
import org.nightjar.intake.internal.Observatory;
import org.nightjar.store.Entered;
import org.nightjar.store.WorkItem;

/** Stands for dispatcher and task: what contains {@code junk} is junk, {@code fail} fails. */
final class Judge implements AutoCloseable {
  private final Observatory observatory;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Registration registration;

  Judge(Observatory observatory) {
    this.observatory = observatory;
    this.registration =
        observatory.bus.subscribe(
            Entered.TOPIC,
            event -> event.items().forEach(item -> thread.execute(() -> judge(item))));
  }

  private void judge(WorkItem item) {
    try {
      String content = content(item.envelope().ref());
      String key = item.envelope().ref().sha256();
      if (content.contains("fail")) {
        observatory.ledger.quarantine(
            item, Problem.of(StandardError.TASK_FAILED, "it failed", "", "mend it"));
      } else if (observatory.reports.find(key).isPresent()) {
        observatory.reports.duplicate(item, key);
      } else {
        observatory.reports.file(item, filed(item, key, report(content)));
      }
    } catch (NightjarException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Report report(String content) throws NightjarException {
    Report.Builder report = Report.builder().measure("length", content.length(), "byte");
    if (content.contains("junk")) {
      report
          .because(Verdict.JUNK, "<b>junk</b>")
          .attach(
              observatory.attachments.put(
                  "a b.png", "image/png", content.getBytes(StandardCharsets.US_ASCII)));
    }
    return report.build();
  }

  private static FiledReport filed(WorkItem item, String key, Report report) {
    Provenance provenance =
        new Provenance(
            "test", "1", List.of(), key, Map.of(), "", Instant.EPOCH, Duration.ofMillis(1));
    return new FiledReport(
        key,
        item.envelope().ref(),
        item.task(),
        item.envelope().night(),
        report,
        provenance,
        ReportState.CURRENT,
        "",
        Instant.EPOCH);
  }

  private static String content(ProductRef ref) throws IOException {
    byte[] all = Files.readAllBytes(Path.of(ref.uri()));
    byte[] own = Arrays.copyOfRange(all, (int) ref.offset(), (int) (ref.offset() + ref.length()));
    return new String(own, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    registration.close();
    thread.shutdown();
  }
}
