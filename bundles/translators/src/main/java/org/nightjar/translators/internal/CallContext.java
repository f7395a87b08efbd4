package org.nightjar.translators.internal;

import ai.djl.Model;
import ai.djl.metric.Metrics;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.translate.TranslatorContext;
import java.util.HashMap;
import java.util.Map;

/**
 * What a translator is handed for one input: arrays made by its manager are closed with it. Each
 * input has its own, so what a translator attaches to it is not overwritten by the next.
 */
public final class CallContext implements TranslatorContext {
  private final Model model;
  private final NDManager lasting;
  private final NDManager manager;
  private final Map<String, Object> attachments = new HashMap<>();

  /**
   * A context.
   *
   * @param model a model without a network
   * @param lasting owns what outlives the call
   */
  public CallContext(Model model, NDManager lasting) {
    this.model = model;
    this.lasting = lasting;
    this.manager = lasting.newSubManager();
  }

  @Override
  public Model getModel() {
    return model;
  }

  @Override
  public NDManager getNDManager() {
    return manager;
  }

  @Override
  public NDManager getPredictorManager() {
    return lasting;
  }

  @Override
  public Block getBlock() {
    throw new UnsupportedOperationException("the network belongs to the inference service");
  }

  @Override
  public Metrics getMetrics() {
    return null; // as DJL's own does when nobody measures
  }

  @Override
  public Object getAttachment(String key) {
    return attachments.get(key);
  }

  @Override
  public void setAttachment(String key, Object value) {
    attachments.put(key, value);
  }

  @Override
  public void close() {
    manager.close();
  }
}
