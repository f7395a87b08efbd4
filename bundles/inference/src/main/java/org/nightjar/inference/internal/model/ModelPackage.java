package org.nightjar.inference.internal.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.golden.Numbers;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.ManifestReader;
import org.nightjar.inference.internal.onnx.OnnxFile;

/**
 * A model on disk, read and checked as far as that goes without running it.
 *
 * @param manifest what the manifest says
 * @param manifestFile the manifest
 * @param graph the ONNX file
 * @param sha256 checksum over the bytes of the manifest, then those of the graph, then those of
 *     each file that {@code derived} names in the order of the manifest (once each, where it is
 *     first named), as {@code cat model.yaml model.onnx FILE... | sha256sum} gives it
 */
public record ModelPackage(Manifest manifest, Path manifestFile, Path graph, String sha256) {
  /** File name of the manifest in a package. */
  public static final String MANIFEST = "model.yaml";

  /** File name of the graph in a package. */
  public static final String GRAPH = "model.onnx";

  /**
   * Reads a package folder.
   *
   * @throws NightjarException {@code UNREADABLE}, {@code BAD_CONFIGURATION}, {@code MODEL_REFUSED}
   */
  public static ModelPackage read(Path folder) throws NightjarException {
    return read(folder.resolve(MANIFEST), folder.resolve(GRAPH));
  }

  /** Reads a package whose two files lie anywhere. */
  public static ModelPackage read(Path manifestFile, Path graph) throws NightjarException {
    Manifest manifest = ManifestReader.read(manifestFile);
    OnnxFile.check(graph);
    List<Path> files = new ArrayList<>(List.of(manifestFile, graph));
    files.addAll(manifest.derived().files());
    return new ModelPackage(manifest, manifestFile, graph, Checksum.of(files));
  }

  /** The files beside manifest and graph that the manifest names, each once. */
  public List<Path> namedFiles() {
    Stream<Path> golden =
        manifest.golden().stream()
            .flatMap(
                vector ->
                    Stream.concat(
                        vector.inputs().values().stream(), vector.outputs().values().stream()))
            .map(Numbers::source)
            .flatMap(Optional::stream);
    return Stream.concat(manifest.derived().files().stream(), golden).distinct().toList();
  }
}
