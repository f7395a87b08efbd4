package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A card of NVIDIA.
 *
 * @param card which one
 * @param memory most bytes of the arena of one session; empty for no limit
 * @param options the operator's own settings, which go before ours
 */
record CudaProvider(int card, OptionalLong memory, Map<String, String> options)
    implements ExecutionProvider {
  /** Copies the options. */
  CudaProvider {
    options = Map.copyOf(options);
  }

  @Override
  public String device() {
    return "cuda:" + card;
  }

  @Override
  public String title() {
    return "CUDA";
  }

  @Override
  public String arenas() {
    return "cpu:0;gpu:" + card;
  }

  @Override
  public void addTo(OrtSession.SessionOptions session) throws OrtException {
    try (OrtCUDAProviderOptions provider = new OrtCUDAProviderOptions(card)) {
      for (Map.Entry<String, String> setting : settings().entrySet()) {
        provider.add(setting.getKey(), setting.getValue());
      }
      session.addCUDA(provider);
    }
  }

  /** All settings. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    // The default, TensorFloat-32, keeps 10 bits of each factor: golden vectors would not come out.
    settings.put("use_tf32", "0");
    // The default tries every algorithm for every new shape of a batch.
    settings.put("cudnn_conv_algo_search", "HEURISTIC");
    settings.put("cudnn_conv_use_max_workspace", "0");
    // The default doubles the arena each time: half of a card would lie idle.
    settings.put("arena_extend_strategy", "kSameAsRequested");
    memory.ifPresent(bytes -> settings.put("gpu_mem_limit", Long.toString(bytes)));
    settings.putAll(options);
    return settings;
  }
}
