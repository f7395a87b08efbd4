package org.nightjar.inference.internal.onnx;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an error of the engine is about. Its codes do not tell: nearly all of them are ORT_FAIL, so
 * the texts have to.
 */
enum Trouble {
  /** The device has too little memory; what it holds is intact. */
  MEMORY(
      "failed to allocate memory",
      "out of memory",
      "is smaller than requested bytes of",
      "bad_alloc",
      "bad allocation",
      "cudnn_status_alloc_failed",
      "cublas_status_alloc_failed",
      "vk_error_out_of_(?:device|host)_memory"),

  /** Somebody asked the run to end. */
  TERMINATED("terminate flag"),

  /**
   * This batch or graph asks for what the device cannot do; before {@link #DEVICE}, whose words the
   * texts have too.
   */
  REQUEST("(?:cudnn|cublas)_status_(?:not_supported|bad_param|invalid_value)"),

  /** The device does not answer, or what it holds is lost. */
  DEVICE(
      "(?:cuda|cudnn|cudnn_fe|cublas|cufft|curand|hip|miopen|rocblas) (?:failure|error)\\b",
      "cudaerror",
      "illegal memory access",
      "(?:cudnn|cublas)_status_(?:execution_failed|internal_error|not_initialized)",
      "device (?:is |was )?(?:lost|removed)",
      "vk_error_device_lost"),

  /** Something else. */
  OTHER("");

  private final Pattern signs;

  Trouble(String... signs) {
    this.signs = Pattern.compile(String.join("|", List.of(signs)));
  }

  /** What a text is about. */
  static Trouble of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Trouble trouble : values()) {
      if (trouble.signs.matcher(lower).find()) {
        return trouble;
      }
    }
    return OTHER;
  }
}
