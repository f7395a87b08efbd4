package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What texts mean. Those of the processor also come up for real in {@link TightMemoryTest} and
 * {@link OnnxRunnerTest}; the others are as users of ONNX Runtime have reported them, and have not
 * been seen here.
 */
class TroubleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEMORY     | Non-zero status code returned while running Conv node. Name:'' Status Message: /onnxruntime_src/onnxruntime/core/framework/bfc_arena.cc:359 void* onnxruntime::BFCArena::AllocateRawInternal(size_t, bool, onnxruntime::Stream*) Failed to allocate memory for requested buffer of size 8388608000
          MEMORY     | bfc_arena.cc:342 Available memory of 4096 is smaller than requested bytes of 1048576
          MEMORY     | CUDA failure 2: out of memory ; GPU=0 ; hostname=node ; expr=cudaMalloc((void**)&p, size);
          MEMORY     | CUDNN failure 4: CUDNN_STATUS_ALLOC_FAILED ; GPU=0 ; hostname=node ; expr=cudnnCreate(&cudnn_handle_);
          MEMORY     | CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; hostname=node ; expr=cublasCreate(&cublas_handle_);
          MEMORY     | Exception during initialization: std::bad_alloc
          MEMORY     | WebGPU device error(2): Out of memory
          MEMORY     | vkAllocateMemory failed with VK_ERROR_OUT_OF_DEVICE_MEMORY
          DEVICE     | CUDA failure 700: an illegal memory access was encountered ; GPU=0 ; hostname=node ; expr=cudaStreamSynchronize(static_cast<cudaStream_t>(stream_));
          DEVICE     | CUDA failure 100: no CUDA-capable device is detected ; GPU=-1 ; hostname=node ; expr=cudaSetDevice(info_.device_id);
          DEVICE     | CUDNN failure 8: CUDNN_STATUS_EXECUTION_FAILED ; GPU=0 ; hostname=node ; expr=cudnnConvolutionForward(...)
          DEVICE     | CUBLAS failure 13: CUBLAS_STATUS_EXECUTION_FAILED ; GPU=0 ; hostname=node ; expr=cublasSgemm(...)
          DEVICE     | WebGPU device lost (1): Device was destroyed.
          REQUEST    | CUDNN failure 9: CUDNN_STATUS_NOT_SUPPORTED ; GPU=0 ; hostname=node ; expr=cudnnSetConvolutionNdDescriptor(...)
          TERMINATED | Exiting due to terminate flag being set to true.
          OTHER      | Got invalid dimensions for input: x for the following indices
          OTHER      | Non-zero status code returned while running Concat node. Name:'' Status Message: Non concat axis dimensions must match
          """)
  void textsAreToldApart(Trouble trouble, String text) {
    assertThat(Trouble.of(text)).isEqualTo(trouble);
  }

  @ParameterizedTest
  @CsvSource({
    "OUT_OF_MEMORY, OUT_OF_MEMORY, Failed to allocate memory for requested buffer of size 8",
    "UNAVAILABLE, UNAVAILABLE, CUDA failure 719: unspecified launch failure ; GPU=0",
    "CANCELLED, MODEL_REFUSED, Exiting due to terminate flag being set to true.",
    "INTERNAL, MODEL_REFUSED, CUDNN_STATUS_NOT_SUPPORTED",
    "INTERNAL, MODEL_REFUSED, something else",
  })
  void errorsSayWhatCanBeDone(String running, String loading, String text) {
    OrtException error = new OrtException(text);
    assertThat(Failures.running(error).problem().code()).isEqualTo(running);
    assertThat(Failures.loading(error, Path.of("a.onnx")).problem().code()).isEqualTo(loading);
  }
}
