package org.nightjar.image.internal.detection;

/**
 * What decides which regions are sources; the exported settings say what each means.
 *
 * @param cleanParameter exponent of the halos, 0 for no cleaning
 * @param mostSources no more than this many are measured
 */
public record DetectionRules(
    int minArea,
    int deblendLevels,
    double deblendContrast,
    double cleanParameter,
    int mostSources) {}
