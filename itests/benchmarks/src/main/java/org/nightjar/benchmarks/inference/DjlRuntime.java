package org.nightjar.benchmarks.inference;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;

/** DJL as its guide has it: one model, a predictor a caller, a translator from and to arrays. */
final class DjlRuntime implements Serving {
  private final Network network;
  private final ZooModel<float[], float[]> model;

  DjlRuntime(Network network) throws Exception {
    this.network = network;
    model =
        Criteria.builder()
            .setTypes(float[].class, float[].class)
            .optModelPath(network.graph())
            .optEngine("OnnxRuntime")
            .optTranslator(new Arrays(network))
            .optOption("intraOpNumThreads", "1")
            .optOption("interOpNumThreads", "1")
            .build()
            .loadModel();
  }

  @Override
  public String name() {
    return "DJL Predictor";
  }

  @Override
  public Call caller(int number) {
    Predictor<float[], float[]> predictor = model.newPredictor();
    float[] sample = network.sample(number);
    return new Call() {
      @Override
      public int run() throws Exception {
        return predictor.predict(sample).length > 0 ? 1 : 0;
      }

      @Override
      public void close() {
        predictor.close();
      }
    };
  }

  @Override
  public void close() {
    model.close();
  }

  private record Arrays(Network network) implements Translator<float[], float[]> {
    @Override
    public NDList processInput(TranslatorContext context, float[] input) {
      NDArray array =
          context.getNDManager().create(input, new Shape(network.batch(network.shape(), 1)));
      return new NDList(array);
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList list) {
      return list.get(0).toFloatArray();
    }

    @Override
    public Batchifier getBatchifier() {
      return null;
    }
  }
}
