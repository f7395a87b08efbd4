package org.nightjar.http.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.json.JsonLine;

/**
 * A problem as RFC 9457 wants it, and beside that in one line as {@code error}, where clients of
 * the Open Inference Protocol look for it, whoever refused them.
 */
record ProblemResponse(int status, byte[] body) {
  /** Media type of the body. */
  static final String TYPE = "application/problem+json";

  private static final Map<String, Integer> STATUS =
      Map.of(
          StandardError.NOT_FOUND.name(), 404,
          StandardError.CONFLICT.name(), 409,
          StandardError.QUEUE_FULL.name(), 429,
          StandardError.QUOTA_EXCEEDED.name(), 429,
          StandardError.DEADLINE_PASSED.name(), 504,
          StandardError.TASK_TIMED_OUT.name(), 504,
          StandardError.DISK_FULL.name(), 507);

  /** With the status that fits the problem's code. */
  static ProblemResponse of(Problem problem) {
    return of(STATUS.getOrDefault(problem.code(), byCategory(problem)), problem);
  }

  /** With this status. */
  static ProblemResponse of(int status, Problem problem) {
    ObjectNode json =
        JsonLine.object()
            .put("type", "urn:nightjar:error:" + problem.code())
            .put("title", problem.code().toLowerCase(Locale.ROOT).replace('_', ' '))
            .put("status", status)
            .put("detail", problem.message())
            .put("error", problem.toString())
            .put("code", problem.code())
            .put("number", problem.number())
            .put("category", problem.category().name())
            .put("place", problem.place())
            .put("remedy", problem.remedy());
    return new ProblemResponse(status, JsonLine.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private static int byCategory(Problem problem) {
    return switch (problem.category()) {
      case USER -> 400;
      case DATA -> 422;
      case RESOURCE -> 503;
      case PLUGIN, INTERNAL -> 500;
    };
  }
}
