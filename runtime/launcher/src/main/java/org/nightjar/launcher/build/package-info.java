/** What runs while the launcher is built, and never after. */
package org.nightjar.launcher.build;
