package org.nightjar.mmwave;

import java.util.List;
import java.util.Objects;
import org.nightjar.mmwave.band.Band;
import org.nightjar.mmwave.fourier.RealFft2;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.mmwave.source.Foreground;
import org.nightjar.mmwave.source.SourcePopulation;
import org.nightjar.mmwave.spectrum.AngularSpectrum;
import org.nightjar.mmwave.sz.Cluster;
import org.nightjar.mmwave.sz.ClusterPhysics;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a simulated patch holds. Made by {@link #of} and the {@code with} methods; what is not asked
 * for is not there.
 *
 * @param patch sides up to 4096
 * @param bands at least one; beams and noise are theirs
 * @param seed of everything random
 * @param background power of the microwave background, or null
 * @param clusters to be painted; those outside the patch are, too, as far as they reach in
 * @param physics how clusters look; null if there are none
 * @param sources populations of point sources
 * @param truthJansky sources at least this bright at their population's frequency enter the truth
 * @param foregrounds further Gaussian fields
 * @param noise whether bands are noisy
 * @param margin pixels simulated on every side and cut off, so that beams do not reach around the
 *     edges and noise and background are not periodic
 */
@ProviderType
public record MapRequest(
    FlatPatch patch,
    List<Band> bands,
    long seed,
    AngularSpectrum background,
    List<Cluster> clusters,
    ClusterPhysics physics,
    List<SourcePopulation> sources,
    double truthJansky,
    List<Foreground> foregrounds,
    boolean noise,
    int margin) {
  /** Largest side, pixels. */
  public static final int LARGEST = 4096;

  /** Narrowest beam that clusters and point sources may have, pixels. */
  public static final double NARROWEST = 1.5;

  /** Checks the numbers, copies the lists. */
  public MapRequest {
    bands = List.copyOf(bands);
    clusters = List.copyOf(clusters);
    sources = List.copyOf(sources);
    foregrounds = List.copyOf(foregrounds);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("a simulated map needs at least one band");
    }
    if (Math.max(patch.width(), patch.height()) > LARGEST || margin < 0 || margin > LARGEST / 4) {
      throw new IllegalArgumentException(
          "sides up to " + LARGEST + " pixels, margins of 0 to " + LARGEST / 4);
    }
    if (!clusters.isEmpty()) {
      Objects.requireNonNull(physics, "clusters need their physics");
    }
    boolean objects = !sources.isEmpty() || !clusters.isEmpty();
    for (Band band : bands) {
      if (objects && band.fwhm() < NARROWEST * patch.pixelArcmin()) {
        throw new IllegalArgumentException(
            "clusters or point sources in band "
                + band.name()
                + ": a beam of "
                + band.fwhm()
                + " arcmin needs pixels of at most "
                + band.fwhm() / NARROWEST
                + " arcmin");
      }
    }
  }

  /**
   * Empty maps with a margin of at least three times the widest beam, up to sides that transform
   * fast.
   */
  public static MapRequest of(FlatPatch patch, List<Band> bands, long seed) {
    double widest = bands.stream().mapToDouble(Band::fwhm).max().orElse(0);
    int least = (int) Math.min(LARGEST / 8, Math.ceil(3 * widest / patch.pixelArcmin()));
    int margin = least;
    for (int i = least; i < least + 200; i++) {
      if (fast(patch.width() + 2 * i) && fast(patch.height() + 2 * i)) {
        margin = i;
        break;
      }
    }
    return new MapRequest(
        patch, bands, seed, null, List.of(), null, List.of(), 1e-3, List.of(), false, margin);
  }

  private static boolean fast(int side) {
    return RealFft2.fastSize(side) == side;
  }

  /** With the microwave background. */
  public MapRequest withBackground(AngularSpectrum spectrum) {
    return new MapRequest(
        patch,
        bands,
        seed,
        spectrum,
        clusters,
        physics,
        sources,
        truthJansky,
        foregrounds,
        noise,
        margin);
  }

  /** With clusters. */
  public MapRequest withClusters(List<Cluster> some, ClusterPhysics looks) {
    return new MapRequest(
        patch,
        bands,
        seed,
        background,
        some,
        looks,
        sources,
        truthJansky,
        foregrounds,
        noise,
        margin);
  }

  /** With point sources, those above a limit (Jy) in the truth. */
  public MapRequest withSources(List<SourcePopulation> populations, double limit) {
    return new MapRequest(
        patch,
        bands,
        seed,
        background,
        clusters,
        physics,
        populations,
        limit,
        foregrounds,
        noise,
        margin);
  }

  /** With further Gaussian fields. */
  public MapRequest withForegrounds(List<Foreground> fields) {
    return new MapRequest(
        patch,
        bands,
        seed,
        background,
        clusters,
        physics,
        sources,
        truthJansky,
        fields,
        noise,
        margin);
  }

  /** With the noise of the bands. */
  public MapRequest withNoise() {
    return new MapRequest(
        patch,
        bands,
        seed,
        background,
        clusters,
        physics,
        sources,
        truthJansky,
        foregrounds,
        true,
        margin);
  }

  /** With another margin; 0 for maps that repeat at their edges. */
  public MapRequest withMargin(int pixels) {
    return new MapRequest(
        patch,
        bands,
        seed,
        background,
        clusters,
        physics,
        sources,
        truthJansky,
        foregrounds,
        noise,
        pixels);
  }

  /** What is simulated, margin included. */
  public FlatPatch grid() {
    return patch.grown(margin);
  }

  /**
   * Bytes that the simulation holds at most, the result included, scratch of threads and truth not:
   * 4 bytes per pixel of the grid for each of bands, background, foregrounds, two maps of clusters
   * (five with all effects), and three more.
   */
  public long bytes() {
    long layers = clusters.isEmpty() ? 1 : 1 + clusterLayers();
    long fields = bands.size() + (background == null ? 0 : 1) + foregrounds.size() + layers + 3;
    return 4 * fields * grid().pixels();
  }

  private int clusterLayers() {
    return 1 + (physics.kinetic() ? 1 : 0) + (physics.relativistic() ? 2 : 0);
  }
}
