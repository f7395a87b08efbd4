package org.nightjar.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** Problems as JSON: {@code number, code, category, message, place, remedy}. */
@ProviderType
public final class ProblemJson {
  private ProblemJson() {}

  /** A problem as a JSON object. */
  public static ObjectNode write(Problem problem) {
    return JsonLine.object()
        .put("number", problem.number())
        .put("code", problem.code())
        .put("category", problem.category().name())
        .put("message", problem.message())
        .put("place", problem.place())
        .put("remedy", problem.remedy());
  }

  /** A problem from a JSON object. */
  public static Problem read(JsonNode node) throws NightjarException {
    Fields fields = new Fields(node, "problem");
    return new Problem(
        (int) fields.integer("number"),
        fields.text("code"),
        fields.parsed("category", "a category", Category::valueOf),
        fields.text("message"),
        fields.text("place", ""),
        fields.text("remedy", ""));
  }
}
