package org.nightjar.inference.internal.client;

/**
 * What a client uses.
 *
 * @param name its name
 * @param waiting requests that wait now
 * @param leases leases that it holds now
 * @param answered requests answered so far
 * @param failed requests that failed so far
 * @param refused requests refused so far
 * @param deviceNanos device time so far, over all devices
 */
public record ClientUse(
    String name,
    int waiting,
    int leases,
    long answered,
    long failed,
    long refused,
    long deviceNanos) {}
