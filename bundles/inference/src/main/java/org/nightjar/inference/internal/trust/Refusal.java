package org.nightjar.inference.internal.trust;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** The refusal of a model whose derived outputs do not fit its network. */
final class Refusal {
  private Refusal() {}

  static NightjarException of(String message, String remedy) {
    return NightjarException.of(StandardError.MODEL_REFUSED, message, "", remedy);
  }
}
