package org.nightjar.simulation.internal.certify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.certify.CheckResult.Outcome;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Evaluates a file of cases, prints a line for each check and the certificate. */
public final class CaseRun {
  private final CommandCall call;
  private final Validation validation;

  /** Prints where the call wants it. */
  public CaseRun(CommandCall call) {
    this(call, Evaluators.all());
  }

  CaseRun(CommandCall call, List<CaseEvaluator> evaluators) {
    this.call = call;
    this.validation = new Validation(evaluators);
  }

  /**
   * Does it.
   *
   * @return whether nothing failed
   * @throws NightjarException if the file is not one of cases, or nobody waits any more
   */
  public boolean run(Path file) throws NightjarException {
    List<ReferenceCase> cases = CaseFile.read(file);
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      call.progress(i, cases.size(), "evaluating " + cases.get(i).id());
      if (call.cancelled()) {
        throw NightjarException.of(StandardError.CANCELLED, "cancelled", file.toString(), "");
      }
      List<CheckResult> ofOne = validation.of(cases.get(i));
      ofOne.forEach(this::print);
      results.addAll(ofOne);
    }
    call.progress(cases.size(), cases.size(), "evaluated");
    Certificate certificate = new Certificate(file.getFileName().toString(), sha256(file), results);
    if (call.json()) {
      call.err().println(certificate.json());
    } else {
      certificate.print(call.out());
    }
    return certificate.passed();
  }

  private void print(CheckResult result) {
    PrintWriter out = call.out();
    if (call.json()) {
      ObjectNode json =
          JsonLine.object()
              .put("case", result.id())
              .put("quantity", result.quantity())
              .put("result", result.outcome().word());
      json.set("got", result.got().orElse(null));
      json.set("expected", result.expected());
      if (!result.message().isEmpty()) {
        json.put("message", result.message());
      }
      out.println(JsonLine.write(json));
      return;
    }
    String reason = result.message().isEmpty() ? "" : ": " + result.message();
    String margin =
        result.outcome() == Outcome.PASSED && result.worst() > 0
            ? String.format(Locale.ROOT, " (%.2g of the tolerance)", result.worst())
            : "";
    out.printf(
        Locale.ROOT,
        "%-13s %-10s %s%s%s%n",
        result.outcome().word(),
        result.id(),
        result.quantity(),
        margin,
        reason);
  }

  private static String sha256(Path file) throws NightjarException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.UNREADABLE, "the file cannot be read: " + e, file.toString(), "");
    }
  }
}
