package org.nightjar.plugins;

/**
 * Which plugin something came from.
 *
 * @param id symbolic name
 * @param version version
 */
public record PluginIdentity(String id, String version) {}
