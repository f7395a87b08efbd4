package org.nightjar.simulation.internal.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.api.simulation.CosmologyParameters;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.RedshiftFunction;
import org.nightjar.json.JsonLine;

/**
 * A plan as a description again, everything filled in: what a file says of where it comes from. As
 * JSON is YAML, it can be run.
 */
public final class PlanJson {
  private PlanJson() {}

  /** The description. */
  public static ObjectNode description(SkyPlan plan) {
    ObjectNode json =
        JsonLine.object()
            .put("name", plan.name())
            .put("seed", plan.seed())
            .put("accuracy", plan.accuracy());
    json.set("cosmology", cosmology(plan.cosmology()));
    ObjectNode tables = json.putObject("tables");
    plan.tables().forEach(table -> tables.set(table.name(), table(table)));
    return json;
  }

  /** The components that take part, with their versions. */
  public static ObjectNode versions(SkyPlan plan) {
    Map<String, String> versions = new TreeMap<>();
    for (TablePlan table : plan.tables()) {
      if (table.rows() instanceof Rows.Made made) {
        add(versions, made.call());
      }
      table.columns().values().forEach(column -> add(versions, column.call()));
    }
    ObjectNode json = JsonLine.object();
    versions.forEach(json::put);
    return json;
  }

  private static void add(Map<String, String> versions, Call call) {
    versions.put(call.component().info().name(), call.component().info().version());
  }

  /** SHA-256 of description and versions: the same checksum is the same sky. */
  public static String checksum(SkyPlan plan) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(JsonLine.write(description(plan)).getBytes(StandardCharsets.UTF_8));
      digest.update(JsonLine.write(versions(plan)).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static ObjectNode cosmology(CosmologyParameters universe) {
    ObjectNode json =
        JsonLine.object()
            .put("H0", universe.hubble())
            .put("Om0", universe.matter())
            .put("Ob0", universe.baryons())
            .put("Ok0", universe.curvature())
            .put("Tcmb0", universe.temperature())
            .put("Neff", universe.neutrinoSpecies());
    ArrayNode masses = json.putArray("m_nu");
    universe.neutrinoMasses().forEach(masses::add);
    return json.put("w0", universe.w0())
        .put("wa", universe.wa())
        .put("sigma8", universe.sigma8())
        .put("ns", universe.spectralIndex());
  }

  private static ObjectNode table(TablePlan table) {
    ObjectNode json = JsonLine.object();
    if (table.rows() instanceof Rows.Fixed fixed) {
      json.put("rows", fixed.count());
    } else if (table.rows() instanceof Rows.Each each) {
      json.put("rows", "$" + each.table().name());
    } else if (table.rows() instanceof Rows.Made made) {
      ObjectNode rows = call(made.call());
      ArrayNode names = rows.putArray("as");
      made.call().outputs().forEach(column -> names.add(column.name()));
      if (names.isEmpty()) {
        rows.remove("as");
      }
      json.set("rows", rows);
    }
    ObjectNode columns = json.putObject("columns");
    Map<Call, Boolean> done = new IdentityHashMap<>();
    table
        .columns()
        .forEach(
            (name, column) -> {
              boolean own = column.table().equals(table.name()) && column.name().equals(name);
              boolean made = table.rows() instanceof Rows.Made rows && rows.call() == column.call();
              if (!own) {
                columns.put(name, "$" + column.path());
              } else if (!made && done.put(column.call(), true) == null) {
                List<String> names = column.call().outputs().stream().map(Column::name).toList();
                columns.set(String.join(", ", names), described(column.call()));
              }
            });
    select(table, json);
    ArrayNode write = json.putArray("write");
    table.written().forEach(write::add);
    return json;
  }

  private static void select(TablePlan table, ObjectNode json) {
    if (table.select().isEmpty()) {
      return;
    }
    ObjectNode select = json.putObject("select");
    for (Condition condition : table.select()) {
      ObjectNode tests = select.withObject("/" + condition.column().path());
      String word = condition.test().word();
      switch (condition.test()) {
        case BETWEEN, IN, NOT_IN -> condition.bounds().forEach(tests.withArray("/" + word)::add);
        case FINITE -> tests.put(word, condition.bounds().get(0) != 0);
        default -> tests.put(word, condition.bounds().get(0));
      }
    }
  }

  private static ObjectNode described(Call call) {
    ObjectNode json = call(call);
    OutputInfo first = call.outputs().get(0).info();
    boolean same =
        call.outputs().stream()
            .allMatch(
                c ->
                    c.info().ucd().equals(first.ucd())
                        && c.info().meaning().equals(first.meaning()));
    return same ? json.put("ucd", first.ucd()).put("description", first.meaning()) : json;
  }

  private static ObjectNode call(Call call) {
    ObjectNode json = JsonLine.object();
    ObjectNode arguments = json.putObject(call.component().info().name());
    call.arguments()
        .values()
        .forEach((parameter, value) -> put(arguments, parameter, value, call.arguments()));
    return json.put("stream", call.stream());
  }

  private static void put(ObjectNode json, ParameterInfo parameter, Object value, Given arguments) {
    String name = parameter.name();
    boolean open =
        parameter.unit().equals(ParameterInfo.ANY_UNIT) && !arguments.openUnit().isEmpty();
    if (value instanceof Double number) {
      if (open) {
        json.put(name, number + " " + arguments.openUnit());
      } else {
        json.put(name, number);
      }
    } else if (value instanceof Long number) {
      json.put(name, number);
    } else if (value instanceof Boolean flag) {
      json.put(name, flag);
    } else if (value instanceof RedshiftFunction function) {
      json.set(name, function(function));
    } else if (value instanceof Given.Use use) {
      json.put(name, "$" + use.column().path());
    } else if (value instanceof Given.Uses uses) {
      ArrayNode all = json.putArray(name);
      uses.all().forEach(use -> all.add("$" + use.column().path()));
    } else if (value instanceof List<?> list) {
      ArrayNode all = json.putArray(name);
      for (Object element : list) {
        if (element instanceof Double number && open) {
          all.add(number + " " + arguments.openUnit());
        } else if (element instanceof Double number) {
          all.add(number);
        } else {
          all.add(element.toString());
        }
      }
    } else {
      json.put(name, value.toString());
    }
  }

  private static ObjectNode function(RedshiftFunction function) {
    ObjectNode json = JsonLine.object();
    if (function instanceof RedshiftFunction.Constant constant) {
      json.putObject("constant").put("value", constant.value());
    } else if (function instanceof RedshiftFunction.Linear linear) {
      json.putObject("linear").put("intercept", linear.intercept()).put("slope", linear.slope());
    } else if (function instanceof RedshiftFunction.Exponential curve) {
      json.putObject("exponential").put("amplitude", curve.amplitude()).put("scale", curve.scale());
    } else if (function instanceof RedshiftFunction.Power power) {
      json.putObject("power").put("amplitude", power.amplitude()).put("power", power.power());
    } else if (function instanceof RedshiftFunction.Table table) {
      ObjectNode all = json.putObject("table");
      table.redshifts().forEach(all.putArray("redshifts")::add);
      table.values().forEach(all.putArray("values")::add);
    }
    return json;
  }
}
