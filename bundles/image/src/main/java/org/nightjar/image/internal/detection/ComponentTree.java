package org.nightjar.image.internal.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a footprint falls apart as the threshold rises, walked from the tips to the trunk (Bertin &
 * Arnouts 1996, section 4.2). Branches that meet are sources of their own if at least two of them
 * are large enough and each holds, above the level at which they meet, more than a given flux.
 *
 * <p>One sweep over the levels from the brightest down, on a disjoint-set forest: the time is the
 * number of pixels times a slowly growing factor, whatever the number of branches. The pixels of a
 * component form a list that starts at its root, and the list of the smaller is appended when two
 * join; so a component frozen at any level is its root and a count.
 */
final class ComponentTree {

  private static final int NONE = -1;

  private final Footprint footprint;
  private final Levels levels;
  private final Neighbours neighbours;
  private final int minArea;
  private final double leastFlux;

  private final int[] levelOf;
  private final int[] parent;
  private final int[] tail;
  private final int[] next;
  private final int[] count;
  private final double[] flux;

  /** By root: the level in which it last changed, and what it was before. */
  private final int[] changedAt;

  private final int[] countBefore;
  private final double[] fluxBefore;

  /** By root: the components of the level above that have met in it at this level, as a list. */
  private final int[] firstMet;

  private final int[] lastMet;
  private final int[] nextMet;

  /** By root: the sources found inside, absent while the component is one. */
  private final Map<Integer, List<Branch>> sources = new HashMap<>();

  /** A source: the first {@code count} pixels of the list that starts at {@code head}. */
  record Branch(int head, int count, int level) {}

  ComponentTree(
      Footprint footprint, Levels levels, Neighbours neighbours, int minArea, double leastFlux) {
    int size = footprint.size();
    this.footprint = footprint;
    this.levels = levels;
    this.neighbours = neighbours;
    this.minArea = minArea;
    this.leastFlux = leastFlux;
    this.levelOf = new int[size];
    this.parent = new int[size];
    this.tail = new int[size];
    this.next = new int[size];
    this.count = new int[size];
    this.flux = new double[size];
    this.changedAt = new int[size];
    this.countBefore = new int[size];
    this.fluxBefore = new double[size];
    this.firstMet = new int[size];
    this.lastMet = new int[size];
    this.nextMet = new int[size];
    for (int i = 0; i < size; i++) {
      levelOf[i] = levels.of(footprint.filtered(i));
      parent[i] = NONE;
    }
  }

  int level(int pixel) {
    return levelOf[pixel];
  }

  /** The pixels of a source at the level where it was still alone. */
  int[] pixels(Branch branch) {
    int[] pixels = new int[branch.count()];
    int pixel = branch.head();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixel;
      pixel = next[pixel];
    }
    return pixels;
  }

  /** The sources, at least two; empty if the footprint is a single one. */
  List<Branch> branches() {
    int[] touching = new int[Neighbours.MOST];
    int[][] byLevel = pixelsByLevel();
    for (int level = levels.count() - 1; level >= 0; level--) {
      List<Integer> joined = new ArrayList<>();
      for (int pixel : byLevel[level]) {
        start(pixel, level);
        int found = neighbours.of(pixel, touching);
        int root = pixel;
        for (int i = 0; i < found; i++) {
          if (parent[touching[i]] != NONE) {
            root = join(root, root(touching[i]), level, joined);
          }
        }
      }
      for (int candidate : joined) {
        if (parent[candidate] == candidate && firstMet[candidate] != NONE) {
          decide(candidate, level);
        }
      }
    }
    List<Branch> found = sources.get(root(0));
    return found == null || found.size() < 2 ? List.of() : found;
  }

  private int[][] pixelsByLevel() {
    int[] sizes = new int[levels.count()];
    for (int level : levelOf) {
      sizes[level]++;
    }
    int[][] byLevel = new int[sizes.length][];
    for (int level = 0; level < sizes.length; level++) {
      byLevel[level] = new int[sizes[level]];
      sizes[level] = 0;
    }
    for (int i = 0; i < levelOf.length; i++) {
      byLevel[levelOf[i]][sizes[levelOf[i]]++] = i;
    }
    return byLevel;
  }

  private void start(int pixel, int level) {
    parent[pixel] = pixel;
    tail[pixel] = pixel;
    count[pixel] = 1;
    flux[pixel] = footprint.filtered(pixel);
    changedAt[pixel] = level;
    firstMet[pixel] = NONE;
    lastMet[pixel] = NONE;
  }

  /** Remembers what a component was when the level began, the first time the level changes it. */
  private void freeze(int root, int level) {
    if (changedAt[root] != level) {
      changedAt[root] = level;
      countBefore[root] = count[root];
      fluxBefore[root] = flux[root];
      firstMet[root] = root;
      lastMet[root] = root;
      nextMet[root] = NONE;
    }
  }

  /** Makes one of two components and gives its root. */
  private int join(int first, int second, int level, List<Integer> joined) {
    if (first == second) {
      return first;
    }
    freeze(first, level);
    freeze(second, level);
    int large = count[first] >= count[second] ? first : second;
    int small = large == first ? second : first;
    if (firstMet[small] != NONE) {
      if (firstMet[large] == NONE) {
        firstMet[large] = firstMet[small];
      } else {
        nextMet[lastMet[large]] = firstMet[small];
      }
      lastMet[large] = lastMet[small];
      joined.add(large);
    }
    parent[small] = large;
    next[tail[large]] = small;
    tail[large] = tail[small];
    count[large] += count[small];
    flux[large] += flux[small];
    return large;
  }

  private void decide(int root, int level) {
    double junction = levels.value(level);
    List<Branch> inside = null;
    List<Branch> whole = new ArrayList<>();
    int separate = 0;
    for (int met = firstMet[root]; met != NONE; met = nextMet[met]) {
      boolean strong =
          countBefore[met] >= minArea && fluxBefore[met] - countBefore[met] * junction > leastFlux;
      List<Branch> within = sources.get(met);
      if (within != null) {
        inside = merged(inside, within);
      } else if (strong) {
        whole.add(new Branch(met, countBefore[met], level + 1));
      }
      separate += strong ? 1 : 0;
    }
    List<Branch> now = separate >= 2 ? merged(inside, whole) : inside;
    if (now != null) {
      sources.put(root, now);
    }
    firstMet[root] = NONE;
  }

  private static List<Branch> merged(List<Branch> first, List<Branch> second) {
    if (first == null) {
      return second;
    }
    List<Branch> large = first.size() >= second.size() ? first : second;
    large.addAll(large == first ? second : first);
    return large;
  }

  private int root(int pixel) {
    int root = pixel;
    while (parent[root] != root) {
      root = parent[root];
    }
    int node = pixel;
    while (parent[node] != root) {
      int up = parent[node];
      parent[node] = root;
      node = up;
    }
    return root;
  }
}
