package org.nightjar.imaging.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.reader.MaskWriter;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Attachments;
import org.nightjar.imaging.internal.frame.FrameType;
import org.nightjar.imaging.internal.judge.Detector;
import org.nightjar.imaging.internal.judge.Judgement;
import org.nightjar.imaging.internal.judge.Limits;
import org.nightjar.imaging.internal.judge.Summary;
import org.nightjar.imaging.internal.judge.UsualFrames;

/** Puts together what was made of the detectors of an exposure, in their order. */
final class ExposureReport {

  private static final int MOST_FINDINGS = 400;

  private final Facts facts;
  private final List<Detector> detectors;
  private final Optional<Finding> trouble;

  /**
   * Of an exposure.
   *
   * @param trouble with the previous frame
   */
  ExposureReport(Facts facts, List<Detector> detectors, Optional<Finding> trouble) {
    this.facts = facts;
    this.detectors = List.copyOf(detectors);
    this.trouble = trouble;
  }

  Report of(Limits limits, UsualFrames usual, MaskWriter masks, Attachments attachments)
      throws NightjarException {
    Report.Builder report = Report.builder();
    FrameType type = FrameType.of(facts);
    report.measure(UsualFrames.FRAME_TYPE, type.code(), "");
    report.measure("referenceFrames", usual.frames(), "");
    new Summary(detectors).measure(report);
    new Judgement(detectors, limits, usual).judge(report);
    findings(type).forEach(report::find);
    attachPictures(report, attachments);
    attachMask(report, masks, attachments);
    return report.build();
  }

  private List<Finding> findings(FrameType type) {
    List<Finding> findings = new ArrayList<>();
    if (type == FrameType.UNKNOWN) {
      findings.add(
          Finding.of(
              "unknown-frame-type",
              FrameType.said(facts)
                  .map(said -> "the frame type '" + said + "' is not known: judged as science")
                  .orElse("no frame type is told: judged as science")));
    }
    trouble.ifPresent(findings::add);
    List<Finding> all = detectors.stream().flatMap(d -> d.findings().stream()).toList();
    findings.addAll(all.subList(0, Math.min(all.size(), MOST_FINDINGS)));
    if (all.size() > MOST_FINDINGS) {
      findings.add(
          Finding.of(
              "more-findings",
              all.size() - MOST_FINDINGS + " findings of other detectors are not listed"));
    }
    return findings;
  }

  private void attachPictures(Report.Builder report, Attachments attachments)
      throws NightjarException {
    for (int i = 0; i < detectors.size(); i++) {
      Optional<byte[]> picture = detectors.get(i).picture();
      if (picture.isPresent()) {
        String name = detectors.size() == 1 ? "preview.png" : "preview-" + (i + 1) + ".png";
        report.attach(attachments.add(name, "image/png", picture.get()));
      }
    }
  }

  private void attachMask(Report.Builder report, MaskWriter masks, Attachments attachments)
      throws NightjarException {
    List<byte[]> planes = detectors.stream().flatMap(d -> d.mask().stream()).toList();
    if (!planes.isEmpty()) {
      report.attach(
          attachments.add(MaskWriter.FILE_NAME, MaskWriter.MEDIA_TYPE, masks.file(planes)));
    }
  }
}
