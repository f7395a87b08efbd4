package org.nightjar.onnx.internal.codec;

import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.WireReader;

/**
 * What is kept as it stands is looked through all the same: a tensor in it may point to another
 * file, whose path could lead anywhere.
 */
final class Unmodelled {
  private static final int FUNCTION_NODE = 7;
  private static final int FUNCTION_ATTRIBUTE = 11;
  private static final int FUNCTION_VALUE = 12;
  private static final int TRAINING_INITIALISATION = 1;
  private static final int TRAINING_ALGORITHM = 2;
  private static final int SPARSE_VALUES = 1;
  private static final int SPARSE_INDICES = 2;

  private Unmodelled() {}

  static void checkFunction(WireReader in) throws NightjarException {
    while (in.next()) {
      switch (in.field()) {
        case FUNCTION_NODE -> NodeCodec.read(in.message());
        case FUNCTION_ATTRIBUTE -> AttributeCodec.read(in.message());
        case FUNCTION_VALUE -> TypeCodec.read(in.message());
        default -> in.skip();
      }
    }
  }

  static void checkTraining(WireReader in) throws NightjarException {
    while (in.next()) {
      switch (in.field()) {
        case TRAINING_INITIALISATION, TRAINING_ALGORITHM -> GraphCodec.read(in.message());
        default -> in.skip();
      }
    }
  }

  static void checkSparse(WireReader in) throws NightjarException {
    while (in.next()) {
      switch (in.field()) {
        case SPARSE_VALUES, SPARSE_INDICES -> TensorCodec.read(in.message());
        default -> in.skip();
      }
    }
  }

  static void checkAttribute(WireReader in) throws NightjarException {
    while (in.next()) {
      switch (in.field()) {
        case 5, 10 -> TensorCodec.read(in.message());
        case 6, 11 -> GraphCodec.read(in.message());
        case 22, 23 -> checkSparse(in.message());
        default -> in.skip();
      }
    }
  }
}
