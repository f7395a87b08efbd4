package org.nightjar.transients.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.api.task.TaskContext;

/** The judging of one alert: quality first, then a question to every model, then the answers. */
final class Vetting {

  private static final int MOST_ELEMENTS = 256;

  private final TaskContext context;
  private final Levels levels;
  private final Report.Builder report = Report.builder();
  private final List<Question> questions = new ArrayList<>();
  private final List<String> unable = new ArrayList<>();
  private boolean scored;

  private Vetting(TaskContext context, Levels levels) {
    this.context = context;
    this.levels = levels;
  }

  /** Looks at the packet and asks the models, without waiting for them. */
  static Vetting begin(Product product, TaskContext context, Levels levels, BlankLimits limits)
      throws NightjarException {
    Vetting vetting = new Vetting(context, levels);
    Facts facts = product.facts();
    List<Stamp> stamps = Stamp.of(product);
    PacketFacts.measure(facts, vetting.report);
    StampQuality.judge(stamps, limits, vetting.report);
    if (stamps.isEmpty()) {
      vetting.unable.add(whyNoPixels(facts));
    }
    context.models().forEach(model -> vetting.ask(model, stamps, facts));
    return vetting;
  }

  private static String whyNoPixels(Facts facts) {
    boolean pictures = facts.text("stamps").filter("jpeg"::equals).isPresent();
    if (pictures) {
      return "the packet's stamps are pictures without pixel values";
    }
    boolean addresses =
        facts.text("stamps.science").filter(state -> state.contains("addresses")).isPresent();
    return addresses
        ? "the packet gives addresses of its stamps, which are not fetched"
        : "the packet has no stamps";
  }

  /** Waits for the models and gives the verdict. */
  Report finish() throws NightjarException, InterruptedException {
    OutputNames names = new OutputNames(context.models(), taken()::contains);
    for (Question question : questions) {
      answer(question, names);
    }
    if (context.models().isEmpty()) {
      unable.add("no model is installed for this task");
    }
    for (String reason : unable) {
      if (scored) {
        report.find(Finding.of("model-not-applied", reason));
      } else {
        report.because(Verdict.ABSTAIN, reason);
      }
    }
    return report.build();
  }

  void withdraw() {
    questions.forEach(Question::withdraw);
  }

  /** Names that the packet's own numbers have. */
  private Set<String> taken() {
    return report.build().measurements().keySet();
  }

  private void ask(ModelInfo model, List<Stamp> stamps, Facts facts) {
    ModelInput input = ModelInput.of(model, stamps, facts);
    if (input.missing().isEmpty()) {
      questions.add(
          new Question(model, context.inference().infer(model, input.sample(), context.urgency())));
    } else {
      unable.add(
          "model "
              + model.id()
              + " wants "
              + String.join(", ", input.missing())
              + ", which the packet does not have");
    }
  }

  private void answer(Question question, OutputNames names)
      throws NightjarException, InterruptedException {
    ModelInfo model = question.model();
    try {
      Prediction prediction = question.await();
      for (OutputInfo output : model.outputs()) {
        Tensor values = prediction.outputs().get(output.name());
        if (values != null && values.size() <= MOST_ELEMENTS) {
          measure(names.of(model, output.name()), output, values);
        }
      }
      prediction.notes().stream()
          .map(note -> Finding.of("model-input-adapted", model.id() + ": " + note))
          .forEach(report::find);
      judge(model, Score.of(model, prediction));
    } catch (NightjarException e) {
      if (e.problem().number() != StandardError.BAD_ARGUMENT.number()) {
        throw e;
      }
      unable.add("model " + model.id() + " cannot take this packet: " + e.problem().message());
    }
  }

  private void measure(String name, OutputInfo output, Tensor values) {
    boolean single = output.shape().stream().allMatch(extent -> extent == 1);
    for (int i = 0; i < values.size(); i++) {
      float value = Float.isInfinite(values.at(i)) ? Float.NaN : values.at(i);
      report.measure(single ? name : name + "[" + i + "]", value, "");
    }
  }

  private void judge(ModelInfo model, Optional<Score> found) {
    if (found.isEmpty()) {
      unable.add("model " + model.id() + " gives no probability of being real");
      return;
    }
    Score score = found.get();
    if (!Float.isFinite(score.value())) {
      unable.add("model " + model.id() + " gives " + score.value() + " for this packet");
      return;
    }
    scored = true;
    Levels declared = levels.of(model.thresholds(), score.output());
    report.because(
        declared.of(score.value()),
        model.id()
            + ": "
            + score.output()
            + " is "
            + score.value()
            + ", "
            + declared.place(score.value()));
  }
}
