package org.nightjar.simulation.internal.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.simulation.Accuracy;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.simulation.internal.plan.Call;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.Condition;
import org.nightjar.simulation.internal.plan.Given;
import org.nightjar.simulation.internal.plan.Rows;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.plan.TablePlan;

/** A plan whose components are ready: each was prepared once, however many tables use it. */
public final class PreparedSky {
  private static final long MOST_ROWS = 1L << 53;

  private final SkyPlan plan;
  private final Map<Call, Calculation> calculations = new IdentityHashMap<>();

  private PreparedSky(SkyPlan plan) {
    this.plan = plan;
  }

  /** Prepares everything that a plan needs, in the order of its tables. */
  public static PreparedSky of(SkyPlan plan, Watch watch)
      throws NightjarException, InterruptedException {
    PreparedSky sky = new PreparedSky(plan);
    Set<Call> calls = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Call> inOrder = new ArrayList<>();
    for (TablePlan table : plan.tables()) {
      for (Call call : order(table)) {
        if (calls.add(call)) {
          inOrder.add(call);
        }
      }
    }
    for (int i = 0; i < inOrder.size(); i++) {
      Call call = inOrder.get(i);
      watch.at(i, inOrder.size(), "preparing " + call.component().info().name());
      if (watch.cancelled()) {
        throw new InterruptedException("cancelled");
      }
      sky.calculations.put(call, prepare(plan, call, watch));
    }
    return sky;
  }

  private static Calculation prepare(SkyPlan plan, Call call, Watch watch)
      throws NightjarException, InterruptedException {
    String place = call.stream();
    try {
      return call.component().prepare(call.arguments(), new Context(plan, call.stream(), watch));
    } catch (NightjarException e) {
      throw e.at(place);
    } catch (RuntimeException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.TASK_FAILED,
              call.component().info().name() + " failed while it was prepared: " + e,
              place,
              "Tell its authors"),
          e);
    }
  }

  /** The plan. */
  public SkyPlan plan() {
    return plan;
  }

  /** A call, ready. */
  Calculation of(Call call) {
    return calculations.get(call);
  }

  /** How many rows a table has, before any are left out. */
  public long rows(TablePlan table) throws NightjarException {
    if (table.rows() instanceof Rows.Fixed fixed) {
      return fixed.count();
    }
    if (table.rows() instanceof Rows.Each each) {
      return rows(each.table());
    }
    Call call = ((Rows.Made) table.rows()).call();
    long rows = calculations.get(call).rows();
    if (rows < 0 || rows > MOST_ROWS) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          "%s makes %d rows".formatted(call.component().info().name(), rows),
          table.name(),
          "Ask for fewer than 2^53: a smaller area, a brighter limit");
    }
    return rows;
  }

  /** The accuracies that were reached. */
  public List<Accuracy> accuracies() {
    return plan.tables().stream()
        .flatMap(table -> order(table).stream())
        .distinct()
        .flatMap(call -> calculations.get(call).accuracies().stream())
        .toList();
  }

  /** The calls that a table needs, each after what it uses. */
  public static List<Call> order(TablePlan table) {
    Set<Call> order = new LinkedHashSet<>();
    Rows rows = table.rows();
    while (rows instanceof Rows.Each each) {
      rows = each.table().rows();
    }
    if (rows instanceof Rows.Made made) {
      order.add(made.call());
    }
    for (Condition condition : table.select()) {
      visit(condition.column(), order);
    }
    table.written().forEach(name -> visit(table.columns().get(name), order));
    return List.copyOf(order);
  }

  private static void visit(Column column, Set<Call> order) {
    if (!order.contains(column.call())) {
      for (Given.Use use : column.call().arguments().uses()) {
        visit(use.column(), order);
      }
      order.add(column.call());
    }
  }
}
