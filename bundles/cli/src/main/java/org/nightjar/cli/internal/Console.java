package org.nightjar.cli.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Where a command line was typed and where its answers go.
 *
 * @param directory the caller's folder, absolute
 * @param out answers
 * @param err messages to the person at the keyboard
 * @param terminal whether that person sees {@code err} on a terminal
 * @param local whether the command line was given to this very process
 * @param gone whether nobody reads the answers any more
 */
record Console(
    Path directory,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    boolean local,
    BooleanSupplier gone) {}
