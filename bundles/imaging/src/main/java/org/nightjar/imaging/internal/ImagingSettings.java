package org.nightjar.imaging.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set. Detection starts from the defaults of source-extractor. */
@ObjectClassDefinition(
    id = "org.nightjar.imaging",
    name = "Imaging",
    description = "The task that judges exposures")
public @interface ImagingSettings {

  @AttributeDefinition(description = "Side of a background mesh (pixels)", min = "8", max = "65536")
  int meshSize() default 64;

  @AttributeDefinition(
      description = "Side of the median filter over meshes, odd",
      min = "1",
      max = "31")
  int meshFilter() default 3;

  @AttributeDefinition(description = "Detection threshold (sigma of the noise)", min = "0")
  double threshold() default 1.5;

  @AttributeDefinition(description = "Fewest connected pixels of a source", min = "1")
  int minArea() default 5;

  @AttributeDefinition(
      description = "Levels on which blended sources are split; 1 for no splitting",
      min = "1",
      max = "1024")
  int deblendLevels() default 32;

  @AttributeDefinition(
      description = "Least part of a blend's flux that makes a source; 1 for no splitting",
      min = "0",
      max = "1")
  double deblendContrast() default 0.005;

  @AttributeDefinition(
      description = "How halos of bright sources are cleaned (0.1 to 10); 0 for no cleaning",
      min = "0",
      max = "10")
  double cleanParameter() default 1.0;

  @AttributeDefinition(description = "Most sources kept of one detector", min = "1")
  int mostSources() default 1_000_000;

  @AttributeDefinition(
      description = "A pixel this far below the background is dead (sigma of the noise)",
      min = "0")
  double deadSigmas() default 10;

  @AttributeDefinition(
      description = "A lone pixel this far above the background is hot (sigma of the noise)",
      min = "0")
  double hotSigmas() default 20;

  @AttributeDefinition(
      description = "A pixel this much sharper than its surroundings is a cosmic ray (sigma)",
      min = "0")
  double cosmicRaySigmas() default 6;

  @AttributeDefinition(
      description =
          "Least Laplacian of a cosmic ray over the sum of the six fainter pixels around it",
      min = "0")
  double cosmicRayContrast() default 3;

  @AttributeDefinition(description = "Least flux of a streak over its noise", min = "0")
  double streakSigmas() default 12;

  @AttributeDefinition(description = "Least length of a streak (pixels)", min = "10")
  double streakLength() default 50;

  @AttributeDefinition(
      description = "At this much noise a star counts as seen: the limiting magnitude (sigma)",
      min = "0")
  double limitSigmas() default 5;

  @AttributeDefinition(
      description =
          "Good frames before this one that make the reference of relative thresholds; 5 are needed",
      min = "5",
      max = "1000")
  int referenceFrames() default 20;

  @AttributeDefinition(
      description = "Whether a frame is compared with that before it: duplicate, shifted")
  boolean compareWithPrevious() default true;

  // Limits hold where the profile has no threshold of the same number.

  @AttributeDefinition(
      description = "Blank part of the pixels from which a detector is questionable",
      min = "0",
      max = "1")
  double questionableBlankFraction() default 0.5;

  @AttributeDefinition(
      description = "Blank part of the pixels from which a detector is junk",
      min = "0",
      max = "1")
  double junkBlankFraction() default 0.95;

  @AttributeDefinition(
      description = "Masked part of the pixels from which a detector is questionable",
      min = "0",
      max = "1")
  double questionableMaskedFraction() default 0.5;

  @AttributeDefinition(
      description = "Masked part of the pixels from which a detector is junk",
      min = "0",
      max = "1")
  double junkMaskedFraction() default 0.95;

  @AttributeDefinition(
      description = "Saturated part of the pixels from which a detector is questionable",
      min = "0",
      max = "1")
  double questionableSaturatedFraction() default 0.01;

  @AttributeDefinition(
      description = "Saturated part of the pixels from which a detector is junk",
      min = "0",
      max = "1")
  double junkSaturatedFraction() default 0.25;

  @AttributeDefinition(
      description = "Dead part of the pixels from which a detector is questionable",
      min = "0",
      max = "1")
  double questionableDeadFraction() default 0.02;

  @AttributeDefinition(
      description = "Dead part of the pixels from which a detector is junk",
      min = "0",
      max = "1")
  double junkDeadFraction() default 0.5;

  @AttributeDefinition(
      description =
          "Background (pixel unit) above which a science exposure is questionable; 0: any",
      min = "0")
  double mostBackground() default 0;

  @AttributeDefinition(
      description = "Seeing (arcsec) above which a science exposure is questionable; 0: any",
      min = "0")
  double mostSeeingArcsec() default 5;

  @AttributeDefinition(
      description = "Seeing (pixels) above which a science exposure is questionable; 0: any",
      min = "0")
  double mostSeeing() default 0;

  @AttributeDefinition(
      description =
          "Ellipticity of the stars above which a science exposure is questionable; 0: any",
      min = "0",
      max = "1")
  double mostEllipticity() default 0.3;

  @AttributeDefinition(
      description =
          "Common elongation of the stars above which a science exposure is questionable; 0: any",
      min = "0",
      max = "1")
  double mostElongation() default 0.2;

  @AttributeDefinition(
      description =
          "Gradient over background above which a science exposure is questionable; 0: any",
      min = "0")
  double mostGradient() default 0.5;

  @AttributeDefinition(
      description =
          "Part of the pixels under streaks above which a science exposure is questionable; 0: any",
      min = "0",
      max = "1")
  double mostStreakFraction() default 0.01;

  @AttributeDefinition(
      description = "Hot part of the pixels above which a dark is questionable; 0: any",
      min = "0",
      max = "1")
  double mostHotFraction() default 0.01;

  @AttributeDefinition(
      description =
          "Noise of an amplifier over its neighbour's above which a frame without even light is"
              + " questionable; 0: any",
      min = "0")
  double mostAmplifierNoiseRatio() default 3;

  @AttributeDefinition(
      description =
          "Faint over bright part of a flat (5th and 95th percentile) below which it is"
              + " questionable",
      min = "0",
      max = "1")
  double leastUniformity() default 0.5;

  @AttributeDefinition(
      description = "With fewer sources a detector of a science exposure is questionable",
      min = "0")
  int fewestSources() default 1;

  @AttributeDefinition(description = "Whether reports carry pictures of their detectors")
  boolean preview() default true;

  @AttributeDefinition(description = "Whether reports carry a mask of their detectors")
  boolean mask() default true;
}
