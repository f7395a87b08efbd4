/**
 * What an image says about itself: background and noise, sources, seeing, defects. A plain library
 * on the JDK alone.
 *
 * <p>The usual way: {@link org.nightjar.image.BackgroundMesh#measure}, then {@link
 * org.nightjar.image.SourceDetection#detect}, then {@link org.nightjar.image.Seeing#of} and {@link
 * org.nightjar.image.PixelDefects#count}. Everything is a pure function of its arguments, runs on
 * the calling thread and may run on many at once.
 */
@Version("1.0.0")
package org.nightjar.image;

import org.osgi.annotation.versioning.Version;
