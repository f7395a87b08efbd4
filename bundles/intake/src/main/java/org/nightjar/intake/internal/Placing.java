package org.nightjar.intake.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.profile.Site;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.store.Placement;

/** Turns what a reader saw into a product with an identity, a night and tasks. */
final class Placing {
  private final Submission submission;
  private final TaskDirectory tasks;
  private final Profiles profiles;
  private final Clock clock;

  Placing(Submission submission, TaskDirectory tasks, Profiles profiles, Clock clock) {
    this.submission = submission;
    this.tasks = tasks;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** The night of something of which only the time of arrival is known. */
  LocalDate tonight() {
    return profiles.active().site().night(clock.instant());
  }

  Placement place(Source source, Sighting sighting) throws NightjarException {
    try {
      long size = source.length();
      if (sighting.offset() > size || sighting.length() > size - sighting.offset()) {
        throw NightjarException.of(
            StandardError.CONTRACT_BROKEN,
            "the reader saw a product of %d bytes at %d in a file of %d bytes"
                .formatted(sighting.length(), sighting.offset(), size),
            source.uri().toString(),
            "Report this to the author of the reader, with the file");
      }
      String sha256 =
          sighting.sha256().isPresent()
              ? sighting.sha256().get()
              : Checksum.of(source, sighting.offset(), sighting.length());
      ProductRef ref =
          ProductRef.of(
              sighting.kind(), source.uri(), sighting.offset(), sighting.length(), sha256);
      return place(ref, sighting.facts());
    } catch (IOException e) {
      throw new NightjarException(Recognition.unreadable(e, source.uri().toString()), e);
    }
  }

  private Placement place(ProductRef ref, Facts facts) {
    Envelope envelope =
        new Envelope(ref, facts, night(facts), submission.priority(), submission.deadline());
    Set<String> judges = new HashSet<>(tasks.accepting(ref.kind()));
    if (!submission.tasks().isEmpty()) {
      judges.retainAll(submission.tasks());
    }
    return new Placement(
        envelope, judges, judges.isEmpty() ? Optional.of(unwanted(ref.kind())) : Optional.empty());
  }

  /** The night where the product's own telescope stands. */
  private LocalDate night(Facts facts) {
    Site site = profiles.of(facts).site();
    return site.night(observed(facts).orElseGet(clock::instant));
  }

  private static Optional<Instant> observed(Facts facts) {
    try {
      return facts
          .text(FactNames.OBSERVED)
          .map(OffsetDateTime::parse)
          .filter(time -> time.getYear() > 1800 && time.getYear() < 3000)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Problem unwanted(Kind kind) {
    String who =
        submission.tasks().isEmpty()
            ? "no task takes "
            : "of the tasks asked for (" + String.join(", ", submission.tasks()) + ") none takes ";
    return Problem.of(
        StandardError.UNWANTED,
        who + "products of kind '" + kind + "'",
        submission.uri().toString(),
        "'nightjar tasks' shows what each task takes");
  }
}
