package org.nightjar.api.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a task says of one product. The platform adds identity, provenance and state ({@link
 * FiledReport}).
 *
 * @param verdict what the task makes of the product
 * @param reasons why, one sentence each, most important first; never empty unless the verdict is
 *     {@code ok}
 * @param measurements numbers by name, in the task's order
 * @param findings located statements
 * @param attachments files
 */
public record Report(
    Verdict verdict,
    List<String> reasons,
    Map<String, Measurement> measurements,
    List<Finding> findings,
    List<Attachment> attachments) {

  /** Copies the collections and asks for reasons where the verdict is not {@code ok}. */
  public Report {
    Objects.requireNonNull(verdict, "verdict");
    reasons = List.copyOf(reasons);
    measurements = Collections.unmodifiableMap(new LinkedHashMap<>(measurements));
    findings = List.copyOf(findings);
    attachments = List.copyOf(attachments);
    if (verdict != Verdict.OK && reasons.isEmpty()) {
      throw new IllegalArgumentException("a report with verdict " + verdict.word() + " says why");
    }
  }

  /** Starts a report. */
  public static Builder builder() {
    return new Builder();
  }

  /** A report that only says that the task cannot tell. */
  public static Report abstain(String reason) {
    return builder().because(Verdict.ABSTAIN, reason).build();
  }

  /**
   * Collects a report; the verdict is the worst of those given, {@code ok} if none was. Not for
   * several threads.
   */
  public static final class Builder {
    private Verdict verdict = Verdict.OK;
    private final List<String> reasons = new ArrayList<>();
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();

    private Builder() {}

    /**
     * Gives a reason for a verdict. {@code abstain} is overruled by {@code junk} (a defect that is
     * seen stays seen) and overrules the others.
     */
    public Builder because(Verdict because, String reason) {
      verdict = rank(because) > rank(verdict) ? because : verdict;
      reasons.add(reason);
      return this;
    }

    /** Adds a number; a later one of the same name replaces it. */
    public Builder measure(String name, double value, String unit) {
      measurements.put(name, new Measurement(name, value, unit));
      return this;
    }

    /** Whether a number of this name has been added. */
    public boolean measured(String name) {
      return measurements.containsKey(name);
    }

    /** Adds a located statement. */
    public Builder find(Finding finding) {
      findings.add(finding);
      return this;
    }

    /** Adds a file that the platform's attachments made. */
    public Builder attach(Attachment attachment) {
      attachments.add(attachment);
      return this;
    }

    /** The report so far. */
    public Report build() {
      return new Report(verdict, reasons, measurements, findings, attachments);
    }

    private static int rank(Verdict verdict) {
      return switch (verdict) {
        case OK -> 0;
        case QUESTIONABLE -> 1;
        case ABSTAIN -> 2;
        case JUNK -> 3;
      };
    }
  }
}
