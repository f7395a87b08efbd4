package org.nightjar.translators;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.Translator;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.translators.internal.CallContext;
import org.nightjar.translators.internal.Inputs;
import org.nightjar.translators.internal.Outputs;
import org.nightjar.translators.internal.QuietEngine;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A model behind a translator of DJL: what DJL's predictor is, with the shared inference service
 * where that has a network of its own. The translator makes what the network takes; the package's
 * preprocessing is not applied.
 *
 * <pre>{@code
 * try (TranslatedModel<Cutout, Score> model =
 *     TranslatedModel.of(context.inference(), context.models().get(0), new CutoutTranslator())) {
 *   Score score = model.predict(cutout, Urgency.BULK);
 * }
 * }</pre>
 *
 * <p>A translator with a batchifier gives and gets arrays of one sample, without a batch axis; the
 * batchifier is never used, because the service batches. One without gives and gets arrays whose
 * first axis counts samples. Arrays belong to ONNX Runtime: they are made of Java arrays and
 * buffers, and read back as such; arithmetic on them is refused with {@code UNSUPPORTED}. They are
 * closed when a call ends, so an answer holds none.
 *
 * <p>May be used by several threads if the translator may.
 *
 * @param <I> what goes in
 * @param <O> what comes out
 */
@ProviderType
public final class TranslatedModel<I, O> implements AutoCloseable {
  /** Inputs that are under way at a time. */
  private static final int WINDOW = 256;

  private final Inference inference;
  private final ModelInfo model;
  private final Translator<I, O> translator;
  private final Inputs inputs;
  private final Outputs outputs;
  private final boolean batched;
  private final Model empty;
  private final NDManager lasting;

  private TranslatedModel(
      Inference inference,
      ModelInfo model,
      Translator<I, O> translator,
      List<String> names,
      Model empty)
      throws NightjarException {
    this.inference = inference;
    this.model = model;
    this.translator = translator;
    this.inputs = new Inputs(model);
    this.outputs = new Outputs(model, names);
    this.batched = translator.getBatchifier() == null;
    this.empty = empty;
    this.lasting = empty.getNDManager().newSubManager();
  }

  /**
   * Puts a translator before a model; it gets all of the model's outputs, in their order.
   *
   * @param inference the service as it was handed out: a task's own, so that its share counts
   * @throws NightjarException as {@link #of(Inference, ModelInfo, Translator, List)}
   */
  public static <I, O> TranslatedModel<I, O> of(
      Inference inference, ModelInfo model, Translator<I, O> translator) throws NightjarException {
    return of(
        inference, model, translator, model.outputs().stream().map(OutputInfo::name).toList());
  }

  /**
   * Puts a translator before a model.
   *
   * @param inference the service as it was handed out: a task's own, so that its share counts
   * @param outputs names of those of the model's outputs that the translator gets, in its order; a
   *     package may derive more than the network that the translator was written for gives
   * @throws NightjarException {@code BAD_ARGUMENT} for an output that the model has not, {@code
   *     UNAVAILABLE} if DJL's engine does not start, and what {@link #predict} says of a
   *     translator, whose {@code prepare} is called here
   */
  public static <I, O> TranslatedModel<I, O> of(
      Inference inference, ModelInfo model, Translator<I, O> translator, List<String> outputs)
      throws NightjarException {
    Model empty = QuietEngine.emptyModel(model.id());
    try {
      TranslatedModel<I, O> made =
          new TranslatedModel<>(inference, model, translator, outputs, empty);
      made.prepare();
      return made;
    } catch (NightjarException | RuntimeException e) {
      empty.close();
      throw e;
    }
  }

  private void prepare() throws NightjarException {
    try (CallContext context = new CallContext(empty, lasting)) {
      calling(
          "prepare",
          () -> {
            translator.prepare(context);
            return translator;
          });
    }
  }

  /**
   * Runs one input.
   *
   * @throws NightjarException of the service; {@code UNSUPPORTED} if the translator asked an array
   *     for what ONNX Runtime cannot do, {@code CONTRACT_BROKEN} if it gave what the network does
   *     not take, {@code TASK_FAILED} if it threw something else
   * @throws IllegalStateException if this was closed
   */
  public O predict(I input, Urgency urgency) throws NightjarException, InterruptedException {
    return run(List.of(input), urgency).get(0);
  }

  /**
   * Runs several inputs; answers come in their order. The service batches them.
   *
   * @throws NightjarException as {@link #predict}, of one that failed
   * @throws IllegalStateException if this was closed
   */
  public List<O> batchPredict(List<I> inputs, Urgency urgency)
      throws NightjarException, InterruptedException {
    List<O> answers = new ArrayList<>(inputs.size());
    for (int from = 0; from < inputs.size(); from += WINDOW) {
      answers.addAll(run(inputs.subList(from, Math.min(inputs.size(), from + WINDOW)), urgency));
    }
    return answers;
  }

  private List<O> run(List<I> some, Urgency urgency)
      throws NightjarException, InterruptedException {
    if (!lasting.isOpen()) {
      throw new IllegalStateException("the translated model was closed");
    }
    List<CallContext> contexts = new ArrayList<>(some.size());
    try {
      List<Sample> samples = new ArrayList<>();
      List<Integer> ends = new ArrayList<>(some.size());
      for (I input : some) {
        CallContext context = new CallContext(empty, lasting);
        contexts.add(context);
        samples.addAll(
            inputs.samples(
                calling("processInput", () -> translator.processInput(context, input)), batched));
        ends.add(samples.size());
      }
      List<Prediction> predictions = inference.inferAll(model, samples, urgency);
      List<O> answers = new ArrayList<>(some.size());
      int from = 0;
      for (int i = 0; i < some.size(); i++) {
        CallContext context = contexts.get(i);
        List<Prediction> own = predictions.subList(from, ends.get(i));
        from = ends.get(i);
        answers.add(
            calling(
                "processOutput",
                () ->
                    translator.processOutput(
                        context, outputs.arrays(own, context.getNDManager(), batched))));
        context.close();
      }
      return answers;
    } finally {
      contexts.forEach(CallContext::close);
    }
  }

  /** What a translator does; anything may be thrown. */
  private interface Step<T> {
    T run() throws Exception;
  }

  private <T> T calling(String method, Step<T> step) throws NightjarException {
    try {
      return step.run();
    } catch (NightjarException e) {
      throw e;
    } catch (UnsupportedOperationException e) {
      throw failed(
          StandardError.UNSUPPORTED,
          method + " asked for what arrays of ONNX Runtime cannot do: " + e.getMessage(),
          "Compute on Java arrays (NDArray.toFloatArray, NDManager.create), or put it into the"
              + " graph; preprocessing that a model package declares needs no translator.",
          e);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw failed(StandardError.TASK_FAILED, method + " failed: " + e, "", e);
    }
  }

  private NightjarException failed(
      StandardError code, String message, String remedy, Exception cause) {
    String who = translator.getClass().getName() + "." + message;
    return new NightjarException(Problem.of(code, who, model.label(), remedy), cause);
  }

  /** Frees what the translator keeps; waits for nobody. */
  @Override
  public void close() {
    lasting.close();
    empty.close();
  }
}
