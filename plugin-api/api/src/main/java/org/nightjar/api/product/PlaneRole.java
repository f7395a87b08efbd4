package org.nightjar.api.product;

/** What a companion plane says about each pixel of an image. */
public enum PlaneRole {
  /** Bits that tell what is wrong with a pixel; which bits are bad stands in the profile. */
  MASK,
  /** Inverse variances, or any weight that is zero where a pixel is of no use. */
  WEIGHT,
  /** Variances, in squared units of the pixels. */
  VARIANCE,
  /** Standard deviations, in units of the pixels. */
  UNCERTAINTY,
  /** The point-spread function at the place of the image; of a size of its own. */
  PSF
}
