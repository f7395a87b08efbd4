package org.nightjar.inference.internal.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.ClientUse;
import org.nightjar.inference.internal.measure.ModelStatistics;
import org.nightjar.inference.internal.measure.TopRow;
import org.nightjar.inference.internal.model.Installed;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.json.JsonLine;

/** What models, devices and clients did between the making of this and a later moment. */
final class TopLook {
  private static final double MILLI = 1e6;

  private final InferenceService service;
  private final long began = System.nanoTime();
  private final Map<String, TopRow.Mark> marks = new HashMap<>();
  private final Map<String, Long> used = new HashMap<>();

  TopLook(InferenceService service) {
    this.service = service;
    service
        .statistics()
        .all()
        .forEach((label, model) -> marks.put(label, new TopRow.Mark(model, began)));
    for (Client client : service.clients().all()) {
      used.put(client.name(), client.use().deviceNanos());
    }
  }

  /** One line a model. */
  List<ObjectNode> models() {
    return service.loaded().installed().stream().map(this::model).toList();
  }

  private ObjectNode model(Installed each) {
    TopRow row = row(each.label());
    return JsonLine.object()
        .put("model", each.label())
        .put("state", each.state().name().toLowerCase(Locale.ROOT))
        .put("device", each.model().map(model -> model.placement().device()).orElse(""))
        .put("perSecond", row.perSecond())
        .put("failed", row.failed())
        .put("batch", row.batch())
        .put("waitMs50", row.waitP50() / MILLI)
        .put("waitMs99", row.waitP99() / MILLI)
        .put("tookMs50", row.answerP50() / MILLI)
        .put("tookMs99", row.answerP99() / MILLI)
        .put("load", row.load())
        .put("actualOverExpected", row.accuracy())
        .put("waiting", each.model().map(ModelVersion::waiting).orElse(0))
        .put("mebibytes", each.model().map(ModelVersion::bytes).orElse(0L) >> 20);
  }

  private TopRow row(String label) {
    ModelStatistics model = service.statistics().of(label);
    TopRow.Mark mark =
        marks.computeIfAbsent(label, each -> new TopRow.Mark(new ModelStatistics(), began));
    return mark.until(model, System.nanoTime());
  }

  /** One line a device. */
  List<ObjectNode> devices() {
    return service.stations().stream().map(TopLook::device).toList();
  }

  private static ObjectNode device(Station station) {
    return JsonLine.object()
        .put("device", station.device().name())
        .put("inService", station.usable())
        .put("trouble", station.trouble())
        .put("mebibytes", station.ledger().used() >> 20)
        .put("capacity", station.ledger().capacity() >> 20)
        .put("evictions", station.ledger().evictions())
        .put("waiting", station.queue().waiting())
        .put("running", station.queue().running().size());
  }

  /** One line a client. */
  List<ObjectNode> clients() {
    List<ClientUse> uses = service.clients().all().stream().map(Client::use).toList();
    double all = Math.max(1, uses.stream().mapToDouble(this::since).sum());
    return uses.stream().map(use -> client(use, since(use) / all)).toList();
  }

  private double since(ClientUse use) {
    return use.deviceNanos() - used.getOrDefault(use.name(), 0L);
  }

  private static ObjectNode client(ClientUse use, double share) {
    return JsonLine.object()
        .put("client", use.name())
        .put("share", share)
        .put("waiting", use.waiting())
        .put("leases", use.leases())
        .put("answered", use.answered())
        .put("failed", use.failed())
        .put("refused", use.refused());
  }
}
