package org.nightjar.itests.translators.driver;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;

/** As an author might bring it with a network: a stamp in, a score out. */
final class StampTranslator implements Translator<float[], Float> {
  private static final int SIDE = 63;

  private final Batchifier batchifier;

  StampTranslator(Batchifier batchifier) {
    this.batchifier = batchifier;
  }

  @Override
  public Batchifier getBatchifier() {
    return batchifier;
  }

  @Override
  public NDList processInput(TranslatorContext context, float[] stamp) {
    Shape shape = batchifier == null ? new Shape(1, SIDE, SIDE) : new Shape(SIDE, SIDE);
    return new NDList(context.getNDManager().create(stamp, shape));
  }

  @Override
  public Float processOutput(TranslatorContext context, NDList outputs) {
    return outputs.singletonOrThrow().toFloatArray()[0];
  }
}
