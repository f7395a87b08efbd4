package org.nightjar.store.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.store.Filing;
import org.nightjar.store.WorkItem;

/** A process that enters and files until it is killed, and says what was acknowledged. */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] arguments) throws NightjarException {
    PrintStream said =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (OpenStore store = OpenStore.embedded(Path.of(arguments[0]))) {
      for (int i = Integer.parseInt(arguments[1]); ; i++) {
        step(store, "arrival " + i, i, said);
      }
    } catch (NightjarException e) {
      said.println("failed " + e.problem().code());
    }
  }

  private static void step(OpenStore store, String name, int i, PrintStream said)
      throws NightjarException {
    Submission submission = Samples.submission("a").withKey(name);
    store.ledger.enter(
        submission,
        Samples.NIGHT,
        List.of(Samples.placed(name, "imaging", "ghosts"), Samples.unwanted("u" + i % 7)),
        i % 5 == 0 ? Optional.of(Samples.TRUNCATED) : Optional.empty());
    said.println("entered " + name);
    List<WorkItem> work = store.ledger.pending("imaging", 3, Set.of());
    if (i % 3 == 0) {
      store.ledger.quarantine(work.get(0), Samples.TRUNCATED);
      said.println("quarantined " + work.get(0).arrival());
    } else if (i % 3 == 1) {
      Attachment picture =
          store.attachments.put("p.png", "image/png", name.getBytes(StandardCharsets.UTF_8));
      FiledReport report =
          Samples.report(work.get(0), "1", Report.builder().attach(picture).build());
      store.reports.file(work.get(0), report);
      said.println("filed " + report.key());
    } else {
      store.reports.file(
          work.stream().map(item -> new Filing(item, Samples.report(item))).toList());
      work.forEach(item -> said.println("filed " + Samples.report(item).key()));
    }
  }
}
