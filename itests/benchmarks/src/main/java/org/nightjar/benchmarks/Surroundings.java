package org.nightjar.benchmarks;

import java.nio.file.Path;

/**
 * Where the benchmarks run.
 *
 * @param testdata real observations; may be absent
 * @param distribution the unpacked distribution
 * @param folder where to write
 */
record Surroundings(Path testdata, Path distribution, Path folder) {}
