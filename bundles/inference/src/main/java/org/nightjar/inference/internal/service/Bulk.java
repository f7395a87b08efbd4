package org.nightjar.inference.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.schedule.Answer;

/**
 * Many samples for a caller who waits. When the line is full it waits for its own earlier samples
 * instead of failing; only when it has none there does it give up.
 */
final class Bulk {
  private static final Set<String> FULL =
      Set.of(StandardError.QUEUE_FULL.name(), StandardError.QUOTA_EXCEEDED.name());

  private final ClientInference client;
  private final ModelInfo model;
  private final Urgency urgency;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();

  Bulk(ClientInference client, ModelInfo model, Urgency urgency) {
    this.client = client;
    this.model = model;
    this.urgency = urgency;
  }

  List<Prediction> run(List<Sample> samples) throws NightjarException, InterruptedException {
    try {
      for (Sample sample : samples) {
        answers.add(submit(sample, samples.size() == 1));
      }
      while (predictions.size() < answers.size()) {
        takeNext();
      }
      return List.copyOf(predictions);
    } finally {
      answers.forEach(answer -> answer.cancel(false));
    }
  }

  private Answer submit(Sample sample, boolean alone)
      throws NightjarException, InterruptedException {
    Answer answer = client.ask(model, sample, urgency, alone);
    while (predictions.size() < answers.size() && isFull(answer)) {
      takeNext();
      answer = client.ask(model, sample, urgency, alone);
    }
    return answer;
  }

  private void takeNext() throws NightjarException, InterruptedException {
    predictions.add(Inference.await(answers.get(predictions.size())));
  }

  private static boolean isFull(Answer answer) throws InterruptedException {
    if (!answer.isCompletedExceptionally()) {
      return false;
    }
    try {
      Inference.await(answer);
      return false;
    } catch (NightjarException e) {
      return FULL.contains(e.problem().code());
    }
  }
}
