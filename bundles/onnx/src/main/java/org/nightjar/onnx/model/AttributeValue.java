package org.nightjar.onnx.model;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** What an attribute is set to. */
@ProviderType
public sealed interface AttributeValue {

  /** A whole number. */
  record Int(long value) implements AttributeValue {}

  /** A real number. */
  record Real(float value) implements AttributeValue {}

  /** A text. */
  record Text(String value) implements AttributeValue {
    /** Refuses null. */
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A tensor. */
  record OfTensor(Tensor value) implements AttributeValue {
    /** Refuses null. */
    public OfTensor {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A graph of its own, as branches and loops have them; it sees the names of the graph around. */
  record OfGraph(Graph value) implements AttributeValue {
    /** Refuses null. */
    public OfGraph {
      Objects.requireNonNull(value, "value");
    }
  }

  /** Whole numbers. */
  record Ints(List<Long> values) implements AttributeValue {
    /** Copies the list. */
    public Ints {
      values = List.copyOf(values);
    }
  }

  /** Real numbers. */
  record Reals(List<Float> values) implements AttributeValue {
    /** Copies the list. */
    public Reals {
      values = List.copyOf(values);
    }
  }

  /** Texts. */
  record Texts(List<String> values) implements AttributeValue {
    /** Copies the list. */
    public Texts {
      values = List.copyOf(values);
    }
  }

  /** Tensors. */
  record Tensors(List<Tensor> values) implements AttributeValue {
    /** Copies the list. */
    public Tensors {
      values = List.copyOf(values);
    }
  }

  /** Graphs. */
  record Graphs(List<Graph> values) implements AttributeValue {
    /** Copies the list. */
    public Graphs {
      values = List.copyOf(values);
    }
  }

  /**
   * Anything else: sparse tensors, types, texts that are not UTF-8, references to attributes of a
   * function, or values that contradict the type.
   *
   * @param type number of the type in {@code AttributeProto.AttributeType}
   * @param unmodelled the fields of the attribute as they were read, without name and type
   */
  record Unmodelled(int type, Bytes unmodelled) implements AttributeValue {
    /** Refuses null. */
    public Unmodelled {
      Objects.requireNonNull(unmodelled, "unmodelled");
    }
  }
}
