/**
 * What a plugin's author extends and stands on in tests: contract tests for tasks, products in
 * memory, a context in which everything is fixed, and a small sky. Never part of a running system.
 */
@Version("1.0.0")
package org.nightjar.testkit;

import org.osgi.annotation.versioning.Version;
