package org.nightjar.openinference.internal.infer;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.openinference.internal.codec.BadRequest;
import org.nightjar.openinference.internal.codec.InferRequest;
import org.nightjar.openinference.internal.codec.InputTensor;

/** Takes the tensors of a request apart: the first axis of each counts its samples. */
public final class Samples {
  /** Most samples of one request. */
  public static final int MOST = 4096;

  private final Signature signature;
  private final List<InputTensor> tensors;
  private final boolean prepared;

  private Samples(Signature signature, InferRequest request) throws NightjarException {
    this.signature = signature;
    this.tensors = request.inputs();
    this.prepared = isPrepared(request);
  }

  /**
   * The samples of a request, in their order. Their tensors are views of the request's.
   *
   * @throws NightjarException {@code BAD_ARGUMENT} if the tensors are not those that the model
   *     takes, or do not agree on how many samples there are
   */
  public static List<Sample> of(Signature signature, InferRequest request)
      throws NightjarException {
    Samples samples = new Samples(signature, request);
    samples.checkNames();
    int count = samples.count();
    List<Map<String, Tensor>> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parts.add(new HashMap<>());
    }
    for (int t = 0; t < samples.tensors.size(); t++) {
      samples.take(samples.tensors.get(t), "inputs[" + t + "].shape", parts);
    }
    return parts.stream()
        .map(part -> samples.prepared ? Sample.prepared(part) : new Sample(part))
        .toList();
  }

  /**
   * What the client says; else raw channels, unless a name is one of the network's inputs alone.
   */
  private boolean isPrepared(InferRequest request) throws NightjarException {
    return request
        .parameters()
        .flag("prepared")
        .orElseGet(
            () ->
                tensors.stream().noneMatch(t -> signature.channels().containsKey(t.name()))
                    && tensors.stream().anyMatch(t -> signature.inputs().containsKey(t.name())));
  }

  private void checkNames() throws NightjarException {
    Set<String> wanted = prepared ? signature.inputs().keySet() : signature.channels().keySet();
    List<String> got = tensors.stream().map(InputTensor::name).toList();
    if (got.size() != wanted.size() || !wanted.containsAll(got)) {
      throw BadRequest.of(
          "the request has inputs "
              + got
              + ", the model takes "
              + (prepared ? "prepared " : "")
              + List.copyOf(wanted),
          "inputs",
          prepared
              ? "With parameter prepared, name the inputs of the network."
              : "Name all channels, or the inputs of the network with parameter prepared.");
    }
  }

  private int count() throws NightjarException {
    int count = tensors.get(0).shape()[0];
    for (InputTensor tensor : tensors) {
      if (tensor.shape()[0] != count) {
        throw BadRequest.of(
            "the inputs do not agree on the number of samples: "
                + count
                + " and "
                + tensor.shape()[0],
            "inputs",
            "The first axis counts the samples.");
      }
    }
    if (count > MOST) {
      throw BadRequest.of(
          count + " samples in one request", "inputs", "Send at most " + MOST + " at once.");
    }
    return count;
  }

  private void take(InputTensor tensor, String place, List<Map<String, Tensor>> parts)
      throws NightjarException {
    int[] shape = sampleShape(tensor, place);
    FloatBuffer values = tensor.values();
    int size = values.remaining() / parts.size();
    for (int i = 0; i < parts.size(); i++) {
      FloatBuffer own = values.slice(values.position() + i * size, size);
      parts.get(i).put(tensor.name(), Tensor.of(own, shape));
    }
  }

  private int[] sampleShape(InputTensor tensor, String place) throws NightjarException {
    int[] shape = Arrays.copyOfRange(tensor.shape(), 1, tensor.shape().length);
    if (prepared) {
      InputInfo input = signature.inputs().get(tensor.name());
      if (!fits(shape, input.shape())) {
        throw misfit(tensor, input.shape().toString(), place);
      }
      return shape;
    }
    Signature.Channel channel = signature.channels().get(tensor.name());
    if (channel.isNumber()) {
      if (tensor.values().remaining() != tensor.shape()[0]) {
        throw misfit(tensor, "[]", place);
      }
      return new int[0];
    }
    if (shape.length != 2) {
      throw misfit(tensor, "[rows, columns]", place);
    }
    return shape;
  }

  private static boolean fits(int[] shape, List<Integer> declared) {
    if (shape.length != declared.size()) {
      return false;
    }
    for (int i = 0; i < shape.length; i++) {
      if (declared.get(i) >= 0 && declared.get(i) != shape[i]) {
        return false;
      }
    }
    return true;
  }

  private static NightjarException misfit(InputTensor tensor, String sample, String place) {
    return BadRequest.of(
        "'"
            + tensor.name()
            + "' has shape "
            + Arrays.toString(tensor.shape())
            + ", a sample of it is "
            + sample,
        place,
        "The first axis counts the samples, also of one.");
  }
}
