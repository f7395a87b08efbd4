package org.nightjar.translators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.testkit.FakeInference;
import org.nightjar.testkit.FakeModel;

class TranslatedModelTest {
  private static final ModelInfo MODEL = model(new InputInfo("x", List.of(2, 3), List.of("a")));

  private static ModelInfo model(InputInfo... inputs) {
    return new ModelInfo(
        "m",
        "1",
        "0".repeat(64),
        "t",
        "float32",
        List.of(inputs),
        List.of(
            new OutputInfo("y", List.of(3), "value", "sums of columns", List.of()),
            new OutputInfo("real", List.of(1), "probability", "derived", List.of())),
        Map.of());
  }

  /** Sums of the columns of x; a negative first pixel is refused. */
  private static final FakeModel SUMS =
      sample -> {
        Tensor x = sample.inputs().get("x");
        assertThat(x.shape()).containsExactly(2, 3);
        if (x.at(0) < 0) {
          throw NightjarException.of(StandardError.QUEUE_FULL, "full", "", "");
        }
        float[] sums = {x.at(0) + x.at(3), x.at(1) + x.at(4), x.at(2) + x.at(5)};
        return Prediction.of(
            Map.of("y", Tensor.of(sums, 3), "real", Tensor.of(new float[] {0.5f}, 1)),
            List.of(),
            "cpu");
      };

  private static final Inference SERVICE = new FakeInference(Map.of(MODEL, SUMS));

  private static TranslatedModel<float[], String> translated(Images translator)
      throws NightjarException {
    return TranslatedModel.of(SERVICE, MODEL, translator, List.of("y"));
  }

  @Test
  void aTranslatorWithABatchifierSeesOneSample() throws Exception {
    try (TranslatedModel<float[], String> model = translated(new Images(Batchifier.STACK))) {
      assertThat(model.predict(new float[] {1, 2, 3, 4, 5, 6}, Urgency.BULK))
          .isEqualTo("1.0 y(3) 5.0 7.0 9.0");
    }
  }

  @Test
  void oneWithoutSeesTheAxisOfSamples() throws Exception {
    try (TranslatedModel<float[], String> model = translated(new Images(null))) {
      assertThat(model.predict(new float[] {1, 2, 3, 4, 5, 6}, Urgency.BULK))
          .isEqualTo("1.0 y(1, 3) 5.0 7.0 9.0");
      assertThat(model.predict(new float[] {1, 2, 3, 4, 5, 6, 0, 0, 0, 1, 1, 1}, Urgency.BULK))
          .isEqualTo("1.0 y(2, 3) 5.0 7.0 9.0 1.0 1.0 1.0");
    }
  }

  @Test
  void eachInputOfManyHasItsOwnAttachmentsAndAnswersKeepTheirOrder() throws Exception {
    for (Batchifier batchifier : new Batchifier[] {Batchifier.STACK, null}) {
      try (TranslatedModel<float[], String> model = translated(new Images(batchifier))) {
        List<float[]> inputs = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
          inputs.add(new float[] {i, 0, 0, 1, 0, 0});
        }
        List<String> answers = model.batchPredict(inputs, Urgency.BULK);
        assertThat(answers).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
          assertThat(answers.get(i))
              .startsWith((float) i + " ")
              .endsWith(" " + (i + 1f) + " 0.0 0.0");
        }
        assertThat(model.batchPredict(List.of(), Urgency.BULK)).isEmpty();
      }
    }
  }

  @Test
  void allOutputsComeWhereNoneAreNamed() throws Exception {
    try (TranslatedModel<float[], String> model =
        TranslatedModel.of(SERVICE, MODEL, new Images(Batchifier.STACK))) {
      assertThat(model.predict(new float[6], Urgency.BULK))
          .isEqualTo("0.0 y(3) 0.0 0.0 0.0 real(1) 0.5");
    }
    assertThatThrownBy(
            () -> TranslatedModel.of(SERVICE, MODEL, new Images(null), List.of("y", "z")))
        .hasMessageContaining("not all of [y, z] are outputs (m@1). It has [y, real].");
  }

  @Test
  void arraysGoToTheInputsOfTheirNamesElseInOrder() throws Exception {
    ModelInfo two =
        model(
            new InputInfo("p", List.of(1), List.of("p")),
            new InputInfo("q", List.of(1), List.of("q")));
    FakeModel difference =
        sample ->
            Prediction.of(
                Map.of(
                    "y",
                    Tensor.of(
                        new float[] {
                          sample.inputs().get("p").at(0) - sample.inputs().get("q").at(0)
                        },
                        1)),
                List.of(),
                "cpu");
    for (String[] names : new String[][] {{null, null}, {"p", "q"}, {"q", "p"}, {"q", "other"}}) {
      Images translator =
          new Images(Batchifier.STACK) {
            @Override
            public NDList processInput(TranslatorContext context, float[] pixels) {
              NDList arrays = new NDList();
              for (int i = 0; i < 2; i++) {
                NDArray array =
                    context.getNDManager().create(new float[] {pixels[i]}, new Shape(1));
                array.setName(names[i]);
                arrays.add(array);
              }
              return arrays;
            }
          };
      try (TranslatedModel<float[], String> model =
          TranslatedModel.of(
              new FakeInference(Map.of(two, difference)), two, translator, List.of("y"))) {
        String answer = model.predict(new float[] {5, 3}, Urgency.BULK);
        boolean swapped = "q".equals(names[0]) && "p".equals(names[1]);
        assertThat(answer).isEqualTo("null y(1) " + (swapped ? "-2.0" : "2.0"));
      }
    }
  }

  private static void assertRefused(Images translator, StandardError code, String message) {
    assertThatThrownBy(
            () -> {
              try (TranslatedModel<float[], String> model = translated(translator)) {
                model.predict(new float[] {1, 2, 3, 4, 5, 6}, Urgency.BULK);
              }
            })
        .isInstanceOf(NightjarException.class)
        .hasMessageStartingWith(code.name() + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void arithmeticOnArraysIsToldAsUnsupported() {
    assertRefused(
        new Images(Batchifier.STACK) {
          @Override
          public NDList processInput(TranslatorContext context, float[] pixels) throws Exception {
            return new NDList(super.processInput(context, pixels).get(0).div(255));
          }
        },
        StandardError.UNSUPPORTED,
        "processInput asked for what arrays of ONNX Runtime cannot do");
    assertRefused(
        new Images(Batchifier.STACK) {
          @Override
          public String processOutput(TranslatorContext context, NDList outputs) {
            return outputs.get(0).softmax(0).toString();
          }
        },
        StandardError.UNSUPPORTED,
        "Compute on Java arrays");
    assertRefused(
        new Images(Batchifier.STACK) {
          @Override
          public void prepare(TranslatorContext context) {
            context.getBlock();
          }
        },
        StandardError.UNSUPPORTED,
        "prepare asked for");
  }

  @Test
  void whatElseATranslatorThrowsIsItsFailure() {
    assertRefused(
        new Images(null) {
          @Override
          public NDList processInput(TranslatorContext context, float[] pixels) throws Exception {
            throw new IOException("no file");
          }
        },
        StandardError.TASK_FAILED,
        "processInput failed: java.io.IOException: no file (m@1)");
    assertRefused(
        new Images(null) {
          @Override
          public String processOutput(TranslatorContext context, NDList outputs) throws Exception {
            throw NightjarException.of(StandardError.CORRUPT, "own", "", "");
          }
        },
        StandardError.CORRUPT,
        "own");
  }

  @Test
  void arraysThatTheNetworkDoesNotTakeAreItsFailureToo() {
    assertRefused(inputs(new Shape(2, 3)), StandardError.CONTRACT_BROKEN, "0 arrays");
    assertRefused(
        new Images(Batchifier.STACK) {
          @Override
          public NDList processInput(TranslatorContext context, float[] pixels) {
            return new NDList(context.getNDManager().create(new double[6], new Shape(2, 3)));
          }
        },
        StandardError.CONTRACT_BROKEN,
        "gave float64 for input 'x'");
    assertRefused(
        new Images(null) {
          @Override
          public NDList processInput(TranslatorContext context, float[] pixels) {
            return new NDList(context.getNDManager().create(new float[] {1}, new Shape()));
          }
        },
        StandardError.CONTRACT_BROKEN,
        "input 'x' has shape []");
  }

  private static Images inputs(Shape nothing) {
    return new Images(Batchifier.STACK) {
      @Override
      public NDList processInput(TranslatorContext context, float[] pixels) {
        context.getNDManager().create(pixels, nothing);
        return new NDList();
      }
    };
  }

  @Test
  void whateverHappensNoArrayStaysOpen() throws Exception {
    List<NDArray> made = new ArrayList<>();
    List<NDManager> managers = new ArrayList<>();
    Images noting =
        new Images(Batchifier.STACK) {
          @Override
          public NDList processInput(TranslatorContext context, float[] pixels) throws Exception {
            managers.add(context.getNDManager());
            NDList arrays = super.processInput(context, pixels);
            made.add(arrays.get(0));
            if (pixels[1] < 0) {
              throw new IllegalStateException("made up");
            }
            return arrays;
          }

          @Override
          public String processOutput(TranslatorContext context, NDList outputs) throws Exception {
            made.addAll(outputs);
            return super.processOutput(context, outputs);
          }
        };
    try (TranslatedModel<float[], String> model = translated(noting)) {
      model.batchPredict(List.of(new float[6], new float[6]), Urgency.BULK);
      assertThatThrownBy(
              () ->
                  model.batchPredict(
                      List.of(new float[6], new float[] {-1, 0, 0, 0, 0, 0}), Urgency.BULK))
          .hasMessage("QUEUE_FULL: full");
      assertThatThrownBy(() -> model.predict(new float[] {0, -1, 0, 0, 0, 0}, Urgency.BULK))
          .hasMessageStartingWith("TASK_FAILED");
      assertThat(made).hasSize(4 + 2 + 1).allMatch(NDArray::isReleased);
      assertThat(managers).hasSize(5).noneMatch(NDManager::isOpen);
    }
  }

  @Test
  void whatATranslatorKeepsLastsUntilItIsClosed() throws Exception {
    NDArray[] kept = new NDArray[1];
    Images keeping =
        new Images(Batchifier.STACK) {
          @Override
          public void prepare(TranslatorContext context) {
            kept[0] = context.getPredictorManager().create(new float[] {1});
            assertThat(context.getModel().getName()).isEqualTo("m");
          }
        };
    TranslatedModel<float[], String> model = translated(keeping);
    model.predict(new float[6], Urgency.BULK);
    assertThat(kept[0].isReleased()).isFalse();
    model.close();
    assertThat(kept[0].isReleased()).isTrue();
    assertThatThrownBy(() -> model.predict(new float[6], Urgency.BULK))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void severalThreadsMayShareOne() throws Exception {
    try (TranslatedModel<float[], String> model = translated(new Images(Batchifier.STACK))) {
      List<CompletableFuture<String>> answers = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        float[] pixels = {i, 0, 0, 0, 0, 0};
        answers.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return model.predict(pixels, Urgency.BULK);
                  } catch (NightjarException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }));
      }
      for (int i = 0; i < 400; i++) {
        assertThat(answers.get(i).get()).isEqualTo("%s y(3) %s 0.0 0.0", (float) i, (float) i);
      }
    }
  }
}
