package org.nightjar.store.internal.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/** What a failed statement means to the one who has to act. */
final class Failures {
  private static final Set<Integer> H2_DISK =
      Set.of(
          ErrorCode.DATABASE_IS_READ_ONLY,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_CREATION_FAILED_1);
  private static final Set<Integer> H2_GONE =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.LOCK_TIMEOUT_1);

  /** Disk full, read-only transaction, input/output error. */
  private static final Set<String> POSTGRESQL_DISK = Set.of("53100", "25006", "58030");

  /** Beginnings: connection lost, shut down, out of resources, login refused, no such database. */
  private static final Set<String> POSTGRESQL_GONE = Set.of("08", "57P", "53", "28", "3D000");

  private Failures() {}

  static NightjarException of(SQLException failure, String place) {
    if (any(failure, Failures::disk)) {
      return problem(
          StandardError.DISK_FULL,
          "the database cannot be written",
          failure,
          place,
          "Free space on the disk or make it writable; nothing was half-written, and feeds try"
              + " again by themselves");
    }
    if (any(failure, Failures::gone)) {
      return problem(
          StandardError.UNAVAILABLE,
          "the database does not answer",
          failure,
          place,
          "Look whether it runs, and whether another process holds it; feeds try again by"
              + " themselves");
    }
    return problem(StandardError.INTERNAL, "the database refused a statement", failure, place, "");
  }

  /** Whether connections that were open at that time are of no more use. */
  static boolean endsConnections(SQLException failure) {
    return any(
        failure,
        cause ->
            disk(cause)
                || (cause instanceof SQLException sql
                    && (sql.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED
                        || sql.getErrorCode() == ErrorCode.DATABASE_CALLED_AT_SHUTDOWN)));
  }

  private static boolean any(Throwable failure, Predicate<Throwable> test) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (test.test(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean disk(Throwable cause) {
    if (cause instanceof MVStoreException h2) {
      return h2.getErrorCode() == DataUtils.ERROR_WRITING_FAILED;
    }
    return cause instanceof SQLException sql
        && (H2_DISK.contains(sql.getErrorCode())
            || POSTGRESQL_DISK.contains(state(sql))
            || saysSo(sql));
  }

  /** Told a second time, H2 gives the text alone and no cause. */
  private static boolean saysSo(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.GENERAL_ERROR_1
        && String.valueOf(failure.getMessage()).contains("MVStoreException: Writing to");
  }

  private static boolean gone(Throwable cause) {
    if (!(cause instanceof SQLException failure)) {
      return false;
    }
    String state = state(failure);
    return H2_GONE.contains(failure.getErrorCode())
        || failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || failure instanceof SQLNonTransientConnectionException
        || POSTGRESQL_GONE.stream().anyMatch(state::startsWith);
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState().toUpperCase(Locale.ROOT);
  }

  private static NightjarException problem(
      StandardError code, String what, SQLException failure, String place, String remedy) {
    return new NightjarException(
        Problem.of(code, what + ": " + innermost(failure), place, remedy), failure);
  }

  /** A pool wraps what the driver said. */
  private static String innermost(SQLException failure) {
    String said = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException && cause.getMessage() != null) {
        said = cause.getMessage().lines().findFirst().orElse("");
      }
    }
    return said;
  }
}
