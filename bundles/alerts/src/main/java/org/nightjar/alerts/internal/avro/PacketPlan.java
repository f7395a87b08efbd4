package org.nightjar.alerts.internal.avro;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * How packets of one schema become one flat map from dotted names, such as {@code candidate.jd}, to
 * plain values. Made once for each schema; names are joined here and never again. Arrays of records
 * are passed by as {@link Rows}; what nobody wants is passed by altogether.
 */
public final class PacketPlan {
  private static final int MOST_STEPS = 20_000;
  private static final int DEEPEST = 32;

  private final List<Step> steps = new ArrayList<>();
  private final Predicate<String> wanted;
  private final Set<Schema> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int size;

  private PacketPlan(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  /**
   * A plan.
   *
   * @param schema a record
   * @param wanted which values are kept, by their dotted names
   * @throws NightjarException TOO_LARGE for a schema of absurd size
   */
  public static PacketPlan of(Schema schema, Predicate<String> wanted, String place)
      throws NightjarException {
    PacketPlan plan = new PacketPlan(wanted);
    plan.fields(schema, "", plan.steps, place);
    return plan;
  }

  /**
   * Decodes the next packet. What was decoded before an error stays in the map.
   *
   * @param place file, for messages
   * @throws NightjarException CORRUPT if the bytes contradict the schema
   */
  public void decode(ByteCursor in, String place, Map<String, Object> into)
      throws NightjarException {
    for (Step step : steps) {
      step.run(in, place, into);
    }
  }

  private void fields(Schema schema, String prefix, List<Step> target, String place)
      throws NightjarException {
    open.add(schema);
    for (Schema.Field field : schema.getFields()) {
      target.add(step(field.schema(), prefix + field.name(), place));
    }
    open.remove(schema);
  }

  private Step step(Schema schema, String name, String place) throws NightjarException {
    if (++size > MOST_STEPS) {
      throw Damage.of(
          StandardError.TOO_LARGE, "a schema of more than " + MOST_STEPS + " fields", place, "");
    }
    switch (schema.getType()) {
      case NULL:
        return (in, where, into) -> {};
      case RECORD:
        // A record within itself has no end of names: it stays nested.
        return open.contains(schema) || open.size() > DEEPEST
            ? leaf(schema, name)
            : record(schema, name, place);
      case UNION:
        return union(schema, name, place);
      default:
        return leaf(schema, name);
    }
  }

  private Step record(Schema schema, String name, String place) throws NightjarException {
    List<Step> inner = new ArrayList<>();
    fields(schema, name + ".", inner, place);
    Step[] all = inner.toArray(Step[]::new);
    return (in, where, into) -> {
      in.step();
      for (Step step : all) {
        step.run(in, where, into);
      }
    };
  }

  private Step union(Schema schema, String name, String place) throws NightjarException {
    List<Step> branches = new ArrayList<>();
    for (Schema type : schema.getTypes()) {
      branches.add(step(type, name, place));
    }
    Step[] all = branches.toArray(Step[]::new);
    String what = "union branch of " + name + ":";
    return (in, where, into) -> all[in.readIndex(all.length, what)].run(in, where, into);
  }

  private Step leaf(Schema schema, String name) {
    if (!wanted.test(name)) {
      return (in, where, into) -> Values.skip(schema, in);
    }
    return switch (schema.getType()) {
      case INT -> (in, where, into) -> into.put(name, in.readInt());
      case LONG -> (in, where, into) -> into.put(name, in.readLong());
      case FLOAT -> (in, where, into) -> into.put(name, (double) in.readFloat());
      case DOUBLE -> (in, where, into) -> into.put(name, in.readDouble());
      case STRING -> (in, where, into) -> into.put(name, in.readString());
      case BYTES -> (in, where, into) -> into.put(name, in.readBytes());
      case ARRAY ->
          Rows.holds(schema.getElementType())
              ? (in, where, into) -> into.put(name, Rows.pass(schema.getElementType(), in, where))
              : (in, where, into) -> into.put(name, Values.decode(schema, in));
      default -> (in, where, into) -> into.put(name, Values.decode(schema, in));
    };
  }

  @FunctionalInterface
  private interface Step {
    void run(ByteCursor in, String place, Map<String, Object> into) throws NightjarException;
  }
}
