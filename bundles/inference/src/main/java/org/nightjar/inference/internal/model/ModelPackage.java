package org.nightjar.inference.internal.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
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
    return new ModelPackage(manifest, manifestFile, graph, checksum(files));
  }

  private static String checksum(List<Path> files) throws NightjarException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.UNREADABLE, e.toString(), files.get(0).getParent().toString(), "");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
