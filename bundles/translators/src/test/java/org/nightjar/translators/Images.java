package org.nightjar.translators;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;

/** Images of 2 x 3 in, the first array out, as a list of numbers with its shape. */
class Images implements Translator<float[], String> {
  private final Batchifier batchifier;

  Images(Batchifier batchifier) {
    this.batchifier = batchifier;
  }

  @Override
  public Batchifier getBatchifier() {
    return batchifier;
  }

  @Override
  public NDList processInput(TranslatorContext context, float[] pixels) throws Exception {
    context.setAttachment("first", pixels[0]);
    Shape shape = batchifier == null ? new Shape(pixels.length / 6, 2, 3) : new Shape(2, 3);
    return new NDList(context.getNDManager().create(pixels, shape));
  }

  @Override
  public String processOutput(TranslatorContext context, NDList outputs) throws Exception {
    StringBuilder told = new StringBuilder().append(context.getAttachment("first"));
    for (var output : outputs) {
      told.append(' ').append(output.getName()).append(output.getShape());
      for (float number : output.toFloatArray()) {
        told.append(' ').append(number);
      }
    }
    return told.toString();
  }
}
