package org.nightjar.onnx.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A whole model.
 *
 * @param irVersion edition of the file format
 * @param producer what wrote it
 * @param producerVersion version of that
 * @param operatorSets the sets of operators it uses
 * @param graph the network
 * @param metadata free text under any names ({@code metadata_props}): the model card; order is kept
 * @param unmodelled further protobuf fields as they were read, functions among them
 */
public record OnnxModel(
    long irVersion,
    String producer,
    String producerVersion,
    List<OperatorSet> operatorSets,
    Graph graph,
    Map<String, String> metadata,
    Bytes unmodelled) {

  /** Copies the collections. */
  public OnnxModel {
    Objects.requireNonNull(producer, "producer");
    Objects.requireNonNull(producerVersion, "producerVersion");
    Objects.requireNonNull(graph, "graph");
    Objects.requireNonNull(unmodelled, "unmodelled");
    operatorSets = List.copyOf(operatorSets);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** The edition of ONNX's own operators; 1 where the model does not say. */
  public long opset() {
    return operatorSets.stream()
        .filter(set -> set.domain().isEmpty() || set.domain().equals("ai.onnx"))
        .mapToLong(OperatorSet::version)
        .findFirst()
        .orElse(1);
  }

  /** The same with another graph. */
  public OnnxModel with(Graph other) {
    return new OnnxModel(
        irVersion, producer, producerVersion, operatorSets, other, metadata, unmodelled);
  }

  /** The same in another edition of the file format. */
  public OnnxModel withIrVersion(long other) {
    return new OnnxModel(
        other, producer, producerVersion, operatorSets, graph, metadata, unmodelled);
  }

  /** The same with other metadata. */
  public OnnxModel withMetadata(Map<String, String> other) {
    return new OnnxModel(
        irVersion, producer, producerVersion, operatorSets, graph, other, unmodelled);
  }
}
