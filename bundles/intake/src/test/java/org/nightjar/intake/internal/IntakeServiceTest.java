package org.nightjar.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.Source;
import org.nightjar.store.EntryState;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.Placement;
import org.nightjar.store.WorkItem;

class IntakeServiceTest {
  @TempDir Path data;
  private Observatory observatory;

  @BeforeEach
  void open() throws NightjarException {
    observatory = new Observatory(data);
  }

  @AfterEach
  void close() throws NightjarException {
    List<String> wrong = observatory.ledger.audit();
    observatory.close();
    assertThat(wrong).isEmpty();
  }

  @Test
  void productsGetIdentityNightAndTasks() throws Exception {
    Receipt receipt = submit("a.bin", "LINES\n2026-11-20T21:00:00Z\nundated\n");

    assertThat(receipt.problem()).isEmpty();
    ProductRef first = receipt.products().get(0);
    assertThat(first.offset()).isEqualTo(6);
    assertThat(first.sha256())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest("2026-11-20T21:00:00Z".getBytes(StandardCharsets.US_ASCII))));
    assertThat(work())
        .extracting(item -> item.envelope().night())
        .containsExactly(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 19));
  }

  @Test
  void theNightIsThatOfTheProductsOwnTelescope() throws Exception {
    submit("a.bin", "LINES\n2026-11-20T13:00:00Z\n2026-11-20T13:00:00Z at Palomar\n");
    assertThat(work())
        .extracting(item -> item.envelope().night())
        .containsExactly(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 19));
  }

  @Test
  void whatNobodyRecognisesIsRejectedAndSaysWhatItLooksLike() throws Exception {
    rejected(
        submit("notes.fits", "Dear all,\nthe dome is closed"),
        "plain text beginning with 'Dear all,'");
    rejected(submit("empty.fits", ""), "the file is empty");
    rejected(submit("page.fits", "<!DOCTYPE html><p>404"), "HTML or XML");
    rejected(submit("picture.fits", "GIF89a"), "a GIF picture");
    rejected(submit("zero.fits", "\0\0\0\0"), "all zero");
    rejected(submit("noise.fits", "\1\2\3\4"), "01 02 03 04");
  }

  @Test
  void theReasonForAProductNobodyWantsNamesItsKind() throws Exception {
    Receipt receipt = submit("c", "LINES\ncatalogue of stars\nalert\n");
    assertThat(entries(receipt))
        .extracting(LedgerEntry::state)
        .containsExactlyInAnyOrder(EntryState.REJECTED, EntryState.PENDING);
    Receipt other =
        observatory.intake.submit(
            observatory
                .submission(observatory.file("d", "LINES\nalert 2\n"))
                .forTasks(Set.of("imaging")));
    assertThat(entries(other))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.problem().orElseThrow().message()).contains("imaging", "alert"));
  }

  @Test
  void whatIsFoundBeforeTheDamageStands() throws Exception {
    Receipt receipt = submit("a", "LINES\none\ntwo\nDAMAGED\nthree\n");
    assertThat(receipt.products()).hasSize(2);
    quarantined(receipt, "CORRUPT");
    assertThat(receipt.problem().orElseThrow().place()).endsWith("/in/a");
  }

  @Test
  void aReaderThatFailsHarmsOnlyItsFile() throws Exception {
    quarantined(submit("a", "LINES\none\nBROKEN\n"), "CONTRACT_BROKEN");
    quarantined(submit("b", "LINES\nBEYOND\n"), "CONTRACT_BROKEN");
    rejected(submit("c", "LINES\n"), "nothing in it");
  }

  @Test
  void filesThatCannotBeReadAreQuarantined() throws Exception {
    quarantined(
        observatory.intake.submit(observatory.submission(data.resolve("gone").toUri())),
        "UNREADABLE");
    quarantined(observatory.intake.submit(observatory.submission(data.toUri())), "UNREADABLE");
    quarantined(
        observatory.intake.submit(observatory.submission(URI.create("http://localhost/a"))),
        "UNREADABLE");
    Path own = data.resolve("store/nightjar.mv.db");
    assertThat(own).exists();
    quarantined(observatory.intake.submit(observatory.submission(own.toUri())), "UNREADABLE");
  }

  @Test
  void theSameArrivalIsTakenOnceAndTheSameProductWaitsOnce() throws Exception {
    Submission keyed = observatory.submission(observatory.file("a", "LINES\none\n")).withKey("a|1");
    Receipt first = observatory.intake.submit(keyed);
    Receipt again = observatory.intake.submit(keyed);
    Receipt copy = submit("b", "LINES\none\n");
    assertThat(again.again()).isTrue();
    assertThat(again.arrival()).isEqualTo(first.arrival());
    assertThat(entries(copy)).extracting(LedgerEntry::state).containsExactly(EntryState.DUPLICATE);
  }

  @Test
  void aFileOfManyProductsIsTakenInPieces() throws Exception {
    Receipt receipt = submit("many", lines(Pieces.LARGEST * 2 + 1));
    assertThat(receipt.products()).hasSize(Pieces.LARGEST * 2 + 1);
    assertThat(observatory.ledger.pending(receipt.arrival())).isEqualTo(Pieces.LARGEST * 2 + 1);
    assertThat(observatory.ledger.unfinished()).isEmpty();
  }

  @Test
  void aFileAtWhichTheProcessDiedIsTakenToItsEndAndNothingIsDoubled() throws Exception {
    int many = Pieces.LARGEST * 2 + 1;
    URI file = observatory.file("many", lines(many));
    Submission keyed = observatory.submission(file).withKey("many|1");
    dieAfter(keyed, 700);
    dieAfter(observatory.submission(observatory.file("gone", "LINES\nx\n")), 1);
    Files.delete(Path.of(observatory.file("gone", "")));
    observatory.close();
    observatory = new Observatory(data);

    observatory.intake.resume();

    assertThat(observatory.ledger.unfinished()).isEmpty();
    Receipt receipt = observatory.intake.submit(keyed);
    assertThat(receipt.again()).isTrue();
    assertThat(receipt.products()).hasSize(many).doesNotHaveDuplicates();
    assertThat(observatory.ledger.lines(Optional.empty(), Optional.empty()))
        .anySatisfy(line -> assertThat(line.reasons()).isEqualTo(Map.of("UNREADABLE", 1L)));
  }

  @Test
  void whenTheLedgerTakesNothingTheFeedIsTold() throws Exception {
    URI file = observatory.file("a", "LINES\none\n");
    observatory.database.close();
    assertThatThrownBy(() -> observatory.intake.submit(observatory.submission(file)))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("UNAVAILABLE");
    observatory = new Observatory(data);
    assertThat(observatory.ledger.lines(Optional.empty(), Optional.empty())).isEmpty();
  }

  /** Enters the first products of a file as a process would that dies after them. */
  private void dieAfter(Submission submission, int products) throws Exception {
    Placing placing =
        new Placing(submission, observatory.tasks(), observatory.profiles(), Clock.systemUTC());
    List<Placement> found = new ArrayList<>();
    Source source = Source.ofFile(Path.of(submission.uri()));
    new LineReader().scan(source, sighting -> found.add(placing.place(source, sighting)));
    long arrival = observatory.ledger.begin(submission, placing.tonight());
    observatory.ledger.add(arrival, 0, found.subList(0, products));
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "alert " + i + "\n")
        .collect(Collectors.joining("", "LINES\n", ""));
  }

  private Receipt submit(String name, String content) throws NightjarException, IOException {
    return observatory.intake.submit(observatory.submission(observatory.file(name, content)));
  }

  private List<LedgerEntry> entries(Receipt receipt) throws NightjarException {
    return observatory.ledger.entries(receipt.arrival());
  }

  private List<WorkItem> work() throws NightjarException {
    return observatory.ledger.pending("transients", 10, Set.of());
  }

  private void rejected(Receipt receipt, String reason) throws NightjarException {
    assertThat(receipt.problem().orElseThrow().message()).contains(reason);
    assertThat(entries(receipt))
        .extracting(LedgerEntry::state)
        .containsExactly(EntryState.REJECTED);
  }

  private void quarantined(Receipt receipt, String code) throws NightjarException {
    assertThat(receipt.problem().orElseThrow().code()).isEqualTo(code);
    assertThat(entries(receipt)).extracting(LedgerEntry::state).contains(EntryState.QUARANTINED);
  }
}
