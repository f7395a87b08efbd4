package org.nightjar.inference.internal.precision.samples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/** Samples of a folder, with what is known of them. One sample is in memory at a time. */
public final class SampleSet implements AutoCloseable {
  private final Path folder;
  private final String about;
  private final String sha256;
  private final Map<String, Stack> channels;
  private final Optional<Stack> labels;

  SampleSet(
      Path folder,
      String about,
      String sha256,
      Map<String, Stack> channels,
      Optional<Stack> labels) {
    this.folder = folder;
    this.about = about;
    this.sha256 = sha256;
    this.channels = Map.copyOf(channels);
    this.labels = labels;
  }

  /** Where they lie. */
  public Path folder() {
    return folder;
  }

  /** What they are, in words; may be empty. */
  public String about() {
    return about;
  }

  /** Checksum over {@code samples.yaml} and the files that it names, in its order. */
  public String sha256() {
    return sha256;
  }

  /** How many. */
  public int size() {
    return channels.values().iterator().next().size();
  }

  /** Whether the truth is known. */
  public boolean isLabelled() {
    return labels.isPresent();
  }

  /**
   * A sample, raw.
   *
   * @throws NightjarException {@code UNREADABLE}
   */
  public Sample sample(int index) throws NightjarException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Stack> channel : channels.entrySet()) {
      tensors.put(channel.getKey(), channel.getValue().at(index));
    }
    return new Sample(tensors);
  }

  /**
   * The truth of a sample.
   *
   * @throws NightjarException {@code UNREADABLE}
   */
  public Tensor label(int index) throws NightjarException {
    return labels.orElseThrow().at(index);
  }

  @Override
  public void close() throws NightjarException {
    List<Stack> all = new ArrayList<>(channels.values());
    labels.ifPresent(all::add);
    for (Stack stack : all) {
      stack.close();
    }
  }
}
