/**
 * Small pictures of images, with marks where something was found; encoded without a window system.
 */
@Version("1.0.0")
package org.nightjar.image.picture;

import org.osgi.annotation.versioning.Version;
