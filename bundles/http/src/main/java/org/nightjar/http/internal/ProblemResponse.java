package org.nightjar.http.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/** A problem as RFC 9457 wants it. */
record ProblemResponse(int status, byte[] body) {
  /** Media type of the body. */
  static final String TYPE = "application/problem+json";

  private static final Map<String, Integer> STATUS =
      Map.of(
          StandardError.NOT_FOUND.name(), 404,
          StandardError.CONFLICT.name(), 409,
          StandardError.QUEUE_FULL.name(), 429,
          StandardError.DEADLINE_PASSED.name(), 504,
          StandardError.TASK_TIMED_OUT.name(), 504,
          StandardError.DISK_FULL.name(), 507);

  /** With the status that fits the problem's code. */
  static ProblemResponse of(Problem problem) {
    return of(STATUS.getOrDefault(problem.code(), byCategory(problem)), problem);
  }

  /** With this status. */
  static ProblemResponse of(int status, Problem problem) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("type", "urn:nightjar:error:" + problem.code());
      json.writeStringField("title", problem.code().toLowerCase(Locale.ROOT).replace('_', ' '));
      json.writeNumberField("status", status);
      json.writeStringField("detail", problem.message());
      json.writeStringField("code", problem.code());
      json.writeNumberField("number", problem.number());
      json.writeStringField("category", problem.category().name());
      json.writeStringField("place", problem.place());
      json.writeStringField("remedy", problem.remedy());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory
    }
    return new ProblemResponse(status, body.toByteArray());
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
