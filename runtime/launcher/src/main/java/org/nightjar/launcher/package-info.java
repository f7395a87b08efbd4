/**
 * Starts the framework and nothing else: finds the home and data folders, takes the lock, hands the
 * command line to a server that already runs on the data folder or boots Felix with what lies in
 * {@code system/} and {@code plugins/}.
 */
package org.nightjar.launcher;
