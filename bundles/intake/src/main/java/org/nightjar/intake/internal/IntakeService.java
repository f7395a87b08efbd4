package org.nightjar.intake.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.feed.Intake;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.reader.Source;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.environment.Folders;
import org.nightjar.store.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recognises what arrives and enters it into the ledger. */
@Component(service = {Intake.class, IntakeService.class})
public final class IntakeService implements Intake {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeService.class);

  private final Ledger ledger;
  private final TaskDirectory tasks;
  private final Profiles profiles;
  private final Recognition recognition;
  private final OwnFiles files;
  private final Clock clock;

  /** Made by the component runtime. */
  @Activate
  public IntakeService(
      @Reference Ledger ledger,
      @Reference TaskDirectory tasks,
      @Reference Profiles profiles,
      @Reference Readers readers,
      @Reference Folders folders) {
    this(ledger, tasks, profiles, readers, folders, Clock.systemUTC());
  }

  IntakeService(
      Ledger ledger,
      TaskDirectory tasks,
      Profiles profiles,
      Readers readers,
      Folders folders,
      Clock clock) {
    this.ledger = ledger;
    this.tasks = tasks;
    this.profiles = profiles;
    this.recognition = new Recognition(readers);
    this.files = new OwnFiles(folders);
    this.clock = clock;
  }

  @Override
  public Receipt submit(Submission submission) throws NightjarException {
    if (submission.key().isPresent()) {
      Optional<Receipt> before = ledger.received(submission.feed(), submission.key().get());
      if (before.isPresent()) {
        return before.get();
      }
    }
    return enter(submission, OptionalLong.empty());
  }

  /** Enters to their end the arrivals at which an earlier process died. */
  void resume() throws NightjarException {
    for (Map.Entry<Long, Submission> each : ledger.unfinished().entrySet()) {
      LOG.info("Going on with arrival {}: {}", each.getKey(), each.getValue().uri());
      enter(each.getValue(), OptionalLong.of(each.getKey()));
    }
  }

  private Receipt enter(Submission submission, OptionalLong arrival) throws NightjarException {
    Placing placing = new Placing(submission, tasks, profiles, clock);
    Pieces pieces = new Pieces(ledger, submission, placing.tonight(), arrival);
    return pieces.finish(scan(submission, placing, pieces));
  }

  private Optional<Problem> scan(Submission submission, Placing placing, Pieces pieces)
      throws NightjarException {
    String place = submission.uri().toString();
    try {
      Source source = Source.ofFile(files.check(submission.uri()));
      return recognition.scan(source, sighting -> pieces.add(placing.place(source, sighting)));
    } catch (IOException e) {
      return Optional.of(Recognition.unreadable(e, place));
    }
  }
}
