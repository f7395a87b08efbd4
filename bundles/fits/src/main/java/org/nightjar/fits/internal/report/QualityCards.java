package org.nightjar.fits.internal.report;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Measurement;
import org.nightjar.api.report.ModelUse;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.fits.internal.card.CardList;

/**
 * What a report says, as header cards: the keywords DQ*, and HISTORY for people. Keywords that have
 * no value in this report are left out: DQSCORE without a measurement {@code score}, DQPROB without
 * a finding that has a probability, DQMODEL without a model.
 */
final class QualityCards {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private QualityCards() {}

  static void add(CardList cards, FiledReport filed) throws NightjarException {
    Report report = filed.report();
    cards
        .put("DQVERD", report.verdict().word(), "ok, questionable, junk or abstain")
        .put("DQSCORE", score(report), "score that the task gave")
        .put("DQPROB", probability(report), "highest probability of a finding")
        .put("DQABST", report.verdict() == Verdict.ABSTAIN, "the task could not tell")
        .put("DQTASK", filed.task(), "task that judged")
        .put("DQVERS", filed.provenance().pluginVersion(), "version of its plugin")
        .put("DQMODEL", models(filed), "SHA-256 of models")
        .put("DQCONF", filed.provenance().configuration(), "SHA-256 of settings")
        .put("DQRUNID", filed.key(), "key of the report")
        .put("DQDATE", date(filed.filed()), "when it was filed, UTC")
        .put("DQSTATE", filed.state().word(), "current, superseded or withdrawn")
        .put("DQNIGHT", filed.night().toString(), "evening on which the night began");
    product(cards, filed.product());
    history(cards, filed);
  }

  /** Which product: its file name without folders, its id and its checksum. */
  private static void product(CardList cards, ProductRef product) throws NightjarException {
    cards
        .put("DQPROD", name(product), "file that was judged")
        .put("DQPRODID", product.id(), "id of the product")
        .put("DQPRSHA", product.sha256(), "its SHA-256");
  }

  static String name(ProductRef product) {
    URI uri = product.uri();
    String path = uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void history(CardList cards, FiledReport filed) throws NightjarException {
    cards.history(
        "Judged by Nightjar, task %s of plugin %s %s: %s"
            .formatted(
                filed.task(),
                filed.provenance().plugin(),
                filed.provenance().pluginVersion(),
                filed.report().verdict().word()));
    for (String reason : filed.report().reasons()) {
      cards.history("because: " + reason);
    }
    for (ModelUse model : filed.provenance().models()) {
      cards.history("model %s %s, %s".formatted(model.id(), model.version(), model.precision()));
    }
    if (!filed.stateReason().isEmpty()) {
      cards.history(filed.state().word() + ": " + filed.stateReason());
    }
  }

  private static Double score(Report report) {
    Measurement score = report.measurements().get("score");
    return score != null && Double.isFinite(score.value()) ? (Double) score.value() : null;
  }

  private static Double probability(Report report) {
    OptionalDouble highest =
        report.findings().stream()
            .map(Finding::probability)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .max();
    return highest.isPresent() ? (Double) highest.getAsDouble() : null;
  }

  private static String models(FiledReport filed) {
    List<ModelUse> models = filed.provenance().models();
    return models.isEmpty()
        ? null
        : models.stream().map(ModelUse::sha256).collect(Collectors.joining(","));
  }

  private static String date(Instant instant) {
    return SECONDS.format(instant);
  }
}
